# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations and the suggestions of a text: which are shown, and which one is chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from archivist.model import Annotation
from archivist.text import shortened
from archivist.ui.reader.clicks import ClickCycle
from archivist.ui.reader.marks import Mark, MarkIndex, marks_of
from archivist.ui.reader.painted_view import PaintedView
from archivist.ui.reader.shown import Shown
from archivist.ui.reader.suggestions import Offer, offers_of

if TYPE_CHECKING:
    from archivist.model import Suggestion

_FEW_CHANGES = 8  # annotations: where more are others, all are placed anew
_EVERYTHING = Shown()


class MarkedView(PaintedView):
    """Offsets are code points of the stored text, annotations are named by their ids.

    At most one is chosen, an annotation or a suggestion.
    """

    annotation_chosen = Signal(object)  # id, or None
    annotation_hovered = Signal(object)  # id, or None
    suggestion_chosen = Signal(object)  # Suggestion, or None
    marks_changed = Signal()  # other annotations are seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clicks: ClickCycle[Mark | Offer] = ClickCycle()
        self._annotations: dict[str, Annotation] = {}  # by id, whether they are seen or not
        self._shown = Shown()
        self._seen_anyway: set[str] = set()  # ids: what one has just made is not hidden at once

    # Annotations

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show other annotations on the same text; the chosen one stays chosen if it is among them."""
        before, after = self._annotations, {each.id: each for each in annotations}
        changed = [each for id_, each in after.items() if (old := before.get(id_)) is not each and old != each]
        gone = before.keys() - after.keys()
        if len(changed) + len(gone) <= _FEW_CHANGES:
            for id_ in gone:
                self.remove_annotation(id_)
            for each in changed:
                self.put_annotation(each)
            return
        self._annotations = after
        self._show_marks()

    def _set_first_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show the annotations of another text."""
        self._annotations = {each.id: each for each in annotations}
        self._seen_anyway.clear()
        self._show_marks()

    @property
    def annotations(self) -> list[Annotation]:
        """All of the text, whether they are seen or not."""
        return list(self._annotations.values())

    @property
    def seen_count(self) -> int:
        """How many annotations are seen."""
        return len(self._layer.marks)

    def set_shown(self, shown: Shown) -> None:
        """Show only some of the annotations; the others keep their place."""
        if shown != self._shown:
            self._shown = shown
            self._seen_anyway.clear()
            self._show_marks()

    def put_annotation(self, annotation: Annotation) -> None:
        """Show one more annotation, or an annotation as it is now."""
        if annotation.id not in self._annotations:
            self._seen_anyway.add(annotation.id)
        self._annotations[annotation.id] = annotation
        marks = marks_of([annotation], self._map) if self._is_shown(annotation) else []
        self._marks_changed(self._layer.add(marks[0]) if marks else self._layer.remove(annotation.id))

    def remove_annotation(self, annotation_id: str) -> None:
        """Show one annotation no longer."""
        self._annotations.pop(annotation_id, None)
        self._marks_changed(self._layer.remove(annotation_id))

    def set_record_names(self, names: Mapping[str, str]) -> None:
        """Name the records of annotations in their labels; names are by the ids of the annotations."""
        self._layer.set_record_names(names)
        self.viewport().update()

    def annotations_at(self, point: QPoint) -> list[str]:
        """The ids of the annotations at a point of the viewport, the innermost first."""
        return [mark.annotation.id for mark in self._marks_at(point)]

    def words_of(self, annotation_id: str) -> str:
        """The words of an annotation that is shown, on one line and shortened; "" for any other."""
        mark = self._layer.marks.get(annotation_id)
        return shortened(self._text[mark.annotation.start : mark.annotation.end]) if mark else ""

    @property
    def chosen(self) -> str | None:
        """The id of the chosen annotation."""
        return self._layer.chosen

    def choose(self, annotation_id: str | None, *, scroll: bool = True) -> None:
        """Choose an annotation that is shown, or none."""
        mark = self._layer.marks.get(annotation_id)
        if mark is not None and scroll:
            self._reveal(mark.start, mark.end)
        self._choose(mark)

    def light(self, annotations: Collection[str]) -> None:
        """Have these annotations (ids) stand out, and no others but those chosen or pointed at."""
        lit = frozenset(annotations)
        if lit != self._layer.lit:
            self._layer.lit = lit
            self.viewport().update()

    def choose_next(self) -> None:
        """Choose the annotation after the chosen one, or after the caret; after the last the first."""
        marks, chosen = self._layer.marks, self._chosen_mark()
        self._go_to(marks.following(chosen) if chosen else marks.first_from(self.textCursor().selectionStart()))

    def choose_previous(self) -> None:
        """Choose the annotation before the chosen one, or before the caret; before the first the last."""
        marks, chosen = self._layer.marks, self._chosen_mark()
        self._go_to(marks.preceding(chosen) if chosen else marks.last_before(self.textCursor().selectionStart()))

    def choose_at_caret(self) -> None:
        """Choose the innermost annotation at the caret; again, and it is the next one out."""
        position = self.textCursor().position()
        found = sorted(self._layer.marks.overlapping(position, position + 1), key=lambda mark: mark.length)
        self._take(self._clicks.next(found))

    # Suggestions

    def show_suggestions(self, suggestions: Iterable[Suggestion], names: Mapping[str, str] | None = None) -> None:
        """Show these suggestions and no others; one that is chosen stays so if it is among them.

        `names` are those of the records and tags that they speak of, by their ids.
        """
        before = self.chosen_suggestion
        self._layer.set_names(names or {})
        self._layer.suggested.show(offers_of(suggestions, self._map))
        self._clicks.forget()
        self.viewport().update()
        if before is not None and self.chosen_suggestion is None:
            self._describe()
            self.suggestion_chosen.emit(None)

    @property
    def chosen_suggestion(self) -> Suggestion | None:
        """The suggestion that is chosen."""
        offer = self._layer.suggested.chosen
        return offer.suggestion if offer else None

    def choose_suggestion(self, suggestion: Suggestion | None, *, scroll: bool = True) -> None:
        """Choose a suggestion that is shown, or none."""
        offer = self._layer.suggested.find(suggestion) if suggestion else None
        if offer is not None and scroll:
            self._reveal(offer.start, offer.end)
        self._choose_offer(offer)

    def next_suggestion(self) -> None:
        """Choose the suggestion after the chosen one, or after the caret; after the last the first."""
        offers, chosen = self._layer.suggested.offers, self._layer.suggested.chosen
        self._go_to(offers.following(chosen) if chosen else offers.first_from(self.textCursor().selectionStart()))

    def previous_suggestion(self) -> None:
        """Choose the suggestion before the chosen one, or before the caret; before the first the last."""
        offers, chosen = self._layer.suggested.offers, self._layer.suggested.chosen
        self._go_to(offers.preceding(chosen) if chosen else offers.last_before(self.textCursor().selectionStart()))

    # Private

    def _is_shown(self, annotation: Annotation) -> bool:
        return self._shown.lets(annotation) or annotation.id in self._seen_anyway

    def _show_marks(self) -> None:
        seen: Iterable[Annotation] = self._annotations.values()
        if self._shown != _EVERYTHING:
            seen = filter(self._is_shown, seen)
        marks = marks_of(seen, self._map)
        self._layer.show(self.document(), MarkIndex(marks))
        self._marks_changed()

    def _marks_changed(self, paragraphs: Collection[int] | None = None) -> None:
        """The marks of these paragraphs, by their numbers, are others; by default all are."""
        if self._layer.chosen is not None and self._chosen_mark() is None:
            self._choose(None)
        self._describe()
        self.marks_changed.emit()
        if paragraphs is None:
            self.viewport().update()
        else:
            self._update_paragraphs(paragraphs)

    def _marks_at(self, point: QPoint) -> list[Mark]:
        return self._layer.marks_at(self._to_document(point))

    def _offers_at(self, point: QPoint) -> list[Offer]:
        return self._layer.suggested.at(self._to_document(point))

    def _chosen_mark(self) -> Mark | None:
        return self._layer.marks.get(self._layer.chosen)

    def _choose(self, mark: Mark | None) -> None:
        if mark is not None:
            self._choose_offer(None)
        chosen = mark.annotation.id if mark else None
        if chosen != self._layer.chosen:
            self._layer.chosen = chosen
            self._describe()
            self.viewport().update()
            self.annotation_chosen.emit(chosen)

    def _choose_offer(self, offer: Offer | None) -> None:
        if offer is self._layer.suggested.chosen:
            return
        self._layer.suggested.chosen = offer
        if offer is not None:
            self._choose(None)
        self._describe()
        self.viewport().update()
        self.suggestion_chosen.emit(offer.suggestion if offer else None)

    def _take(self, thing: Mark | Offer | None) -> None:
        """Choose one of the two, or neither."""
        if isinstance(thing, Offer):
            self._choose_offer(thing)
        else:
            self._choose_offer(None)
            self._choose(thing)

    def _go_to(self, thing: Mark | Offer | None) -> None:
        if thing is not None:
            self._set_caret(thing.start)
            self._reveal(thing.start, thing.end)
            self._take(thing)

    def _hover(self, thing: Mark | Offer | None) -> None:
        """The pointer is on an annotation, on a suggestion or on neither."""
        annotation_id = thing.annotation.id if isinstance(thing, Mark) else None
        offer = thing if isinstance(thing, Offer) else None
        if offer is not self._layer.suggested.hovered:
            self._layer.suggested.hovered = offer
            self.viewport().update()
        if annotation_id != self._layer.hovered:
            self._layer.hovered = annotation_id
            self.viewport().update()
            self.annotation_hovered.emit(annotation_id)

    def _describe(self) -> None:
        """Say aloud what is chosen, or else how many annotations there are."""
        mark, suggestion = self._chosen_mark(), self.chosen_suggestion
        if mark is not None:
            said = self.tr("Chosen: {tag}, “{words}”")
            words = self._text[mark.annotation.start : mark.annotation.end]
            self.setAccessibleDescription(said.format(tag=mark.annotation.tag.name, words=words))
        elif suggestion is not None:
            label, confidence = self._layer.said_of(suggestion)
            said = self.tr("Suggested: {label} ({confidence}), “{words}”")
            words = self._text[suggestion.start : suggestion.end]
            self.setAccessibleDescription(said.format(label=label.text, confidence=confidence, words=words))
        else:
            self.setAccessibleDescription(self.tr("%n annotation(s)", "", len(self._layer.marks)))
