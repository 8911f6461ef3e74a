# SPDX-License-Identifier: GPL-3.0-or-later
# `make run` and `make test` need nothing but Python 3.11 and make; the first time they set everything up.

PYTHON ?= python3
BIN := .venv/bin
# For `make tests` and `make benchmarks`, for example: make tests ARGS="tests/store -k undo"
ARGS ?=
PREFIX ?= $(HOME)/.local

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test setup setup-dev format lint types walls tests coverage readers other-whoosh translations wheel \
	check-wheel desktop-entry constraints benchmarks clean

help: ## Say what there is to make
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do \
		printf '  make %-14s %s\n' "$$name" "$$what"; done

run: setup ## Open the desktop on a copy of the sample archive
	@packaging/run.sh

test: lint types walls coverage ## Run every check and every test

setup:  ## Make .venv with what the program needs, and install missing system libraries
	@$(PYTHON) packaging/environment.py

setup-dev: ## The same, with the tools of the tests
	@$(PYTHON) packaging/environment.py --dev

format: setup-dev ## Format the code and correct what ruff can correct
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lint: setup-dev ## Check format and style
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types: setup-dev ## Check types
	$(BIN)/mypy
	$(BIN)/mypy --strict packaging/environment.py

walls: setup-dev ## Check who imports whom
	$(BIN)/lint-imports

# Qt draws into memory, with and without a display: the tests need no X server and open no window.
tests: export QT_QPA_PLATFORM = offscreen
tests: setup-dev ## Run the tests, or those of ARGS
	$(BIN)/python -m pytest --no-xvfb $(ARGS)

coverage: export QT_QPA_PLATFORM = offscreen
coverage: setup-dev ## Run all tests, a process a core, and measure what they cover below ui
	$(BIN)/python -m pytest --no-xvfb --numprocesses auto --dist worksteal --cov --cov-report=term

readers: setup-dev ## Install programs of others that open our exports in the tests
	@packaging/readers.sh

other-whoosh: export QT_QPA_PLATFORM = offscreen
other-whoosh: setup-dev ## Run the tests of the search with whoosh3 in the place of Whoosh
	@packaging/other_whoosh.sh $(ARGS)

translations: setup-dev ## Bring the translations up to date with the texts in the sources; ARGS=--no-obsolete drops old ones
	@$(BIN)/python packaging/translations.py $(ARGS)

wheel: setup-dev ## Build the wheel into dist/
	@packaging/wheel.sh

check-wheel: wheel ## Install the wheel in a clean environment and do the main job there
	@packaging/check_wheel.sh

desktop-entry: setup ## Put the program of this checkout into the menu of your desktop (PREFIX=~/.local)
	@packaging/linux/install.sh "$(PREFIX)" "$(CURDIR)/$(BIN)/archivist"

constraints: setup-dev ## Pin the newest allowed release of every package
	@packaging/constraints.sh

benchmarks: setup-dev ## Run the measurement NAME, for example NAME=reader; without a name, list them
	@$(if $(NAME),$(BIN)/python -m benchmarks.$(NAME) $(ARGS),sed -n 's/^    python //p' benchmarks/*.py benchmarks/*/__main__.py)

clean: ## Remove everything that was made here, .venv too
	rm -rf .venv .venv-readers build dist *.egg-info .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache archivist/search/kernel/*.so
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
