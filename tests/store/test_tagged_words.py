# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from archivist.model import Kind, RecordDraft


def test_words_are_counted_by_tag_and_record(archive, add_article):
    ministry, killed = archive.tags.named("ministry").id, archive.tags.named("killed").id
    article = add_article("МВС повідомило. МВС мовчить. МВС: 18 загиблих.").id
    record = archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство внутрішніх справ")).id
    archive.annotations.add_quote(article, "МВС", ministry)
    archive.annotations.add_quote(article, "МВС", ministry, occurrence=2)
    archive.annotations.add_quote(article, "МВС", ministry, occurrence=3, record=record)
    archive.annotations.add_quote(article, "18 загиблих", killed)
    assert sorted(archive.tagged_words.all(), key=lambda words: words.uses) == [
        ("МВС", ministry, Kind.ACTOR, record, 1),
        ("МВС", ministry, Kind.ACTOR, None, 2),
    ]


def test_the_usual_tag_of_a_record_is_the_one_most_passages_bear(archive, add_article):
    other = archive.tags.add("office", "actor").id
    ministry = archive.tags.named("ministry").id
    article = add_article("МВС, МВС, МВС").id
    record = archive.records.add(RecordDraft(Kind.ACTOR, "МВС")).id
    assert archive.tagged_words.usual_tag(record) is None
    for occurrence, tag in enumerate((other, ministry, ministry), 1):
        archive.annotations.add_quote(article, "МВС", tag, occurrence=occurrence, record=record)
    assert archive.tagged_words.usual_tag(record) == ministry
