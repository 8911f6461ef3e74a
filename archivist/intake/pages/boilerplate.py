# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands among the paragraphs of a page and is no part of its article: buttons, calls, ways to other articles.

It is told by the names that a page gives to its elements, and by the words that such blocks use in
the languages that press pages are saved in.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.etree import _Element

_ROLES = frozenset({"navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alert", "menu"})
# Words of classes and ids, with hyphens between them.
# Other articles, of which each has a headline and a date.
_OTHERS = (
    "relat(?:ed|es)[a-z]*", "recommend(?:ed|ations?)?", "recirc[a-z]*", "read-?(?:more|next|also)", "see-?also",
    "also-?(?:read|in)", "outbrain", "taboola", "more-(?:stories|news|from|articles|on)", "teasers?", "trending",
    "most-?(?:read|viewed|popular)", "latest-[a-z]+", "popular-[a-z]+", "jp-relatedposts", "crosspost",
    "(?:next|prev(?:ious)?)-(?:post|article)", "post-?nav[a-z]*",
)  # fmt: skip
_BESIDE = (
    *_OTHERS,
    # sharing, following, subscribing
    "shar(?:e|ing)s?", "sharebar", "addthis", "addtoany", "social[a-z]*", "follow(?:us)?", "subscri(?:be|ption)[a-z]*",
    "(?:e-?mail-?)?newsletter[a-z]*", "mailing(?:-list)?", "sign-?up", "login", "register", "regwall",
    "paywall-(?:notice|message|box|prompt)",
    # advertising
    "promo(?:s|tion|ted|box)?", "sponsor(?:ed|s)?", "advert[a-z]*", "ads?", "ad-?(?:slot|box|unit|container|wrapper)",
    "banners?",
    # the machinery of the site
    "breadcrumbs?", "pagination", "pager", "cookies?", "consent", "gdpr", "popup", "modal", "tooltip", "toolbar",
    "sidebar", "widget-area", "footer", "disclaimer", "no-?print", "tags", "tag-?(?:list|cloud)", "post-tags", "rating",
    "poll", "toc", "table-of-contents", "nav", "navigation", "menu", "skip-link",
    # readers and writers
    "comments?", "comment-?(?:list|form|respond|section|area)", "disqus", "author-?(?:bio|box|info|card|description)",
    "about-?(?:the-?)?author",
)  # fmt: skip
# Where a site shows what day it is.
_CLOCK = ("today", "now", "clock", "weather", "current-?(?:date|time)")
_UNSEEN = (
    "sr-?only", "off-?screen", "screen-?reader[-a-z]*", "visually-?hidden", "a11y-?hidden", "print-?only",
    "hidden-?text",
)  # fmt: skip
# How a line begins that announces other articles.
_ELSEWHERE = (
    "read (?:more|also|next|the full|:)", "see also", "also read", r"related(?:\b|:)",
    "you (?:may|might) (?:also|like)",
    r"more (?:on|from|about|stories|news|related)\b", "recommended (?:for|stories|articles|reading)", "editor'?s picks",
    "most (?:read|popular|viewed)", "don['’]?t miss", "up next", "advertisement", "sponsored", "promoted",
    "читайте (?:також|также|ще|еще|ещё|подробнее)", "чита(?:ти|ть) (?:також|также|ще|ещё|еще|далі|далее)",
    "(?:дивіться|дивись|смотрите|слушайте|слухайте) (?:також|также)", "(?:також|также) (?:читайте|за темою|по теме)",
    r"(?:за|по) тем(?:ою|і|е)\b", "(?:матеріали|новини|материалы|новости) (?:за темою|по темі|по теме)",
    "(?:схожі|останні|інші|головні) (?:новини|матеріали|статті)",
    "(?:похожие|последние|другие|главные) (?:новости|материалы|статьи)",
    r"реклама\W*$", "вас (?:також|также|может|може) ",
    "lesen sie (?:auch|mehr|hier)", "lies auch", "mehr zum thema", "mehr dazu", "das könnte (?:sie|dich)",
    "(?:à )?lire (?:aussi|également)", "sur le même (?:sujet|thème)", "(?:prze)?czytaj (?:więcej|także|też|również)",
    "zobacz (?:także|też|również)", "leia (?:também|mais)", "saiba mais", "lea también", "leer más",
    "te puede interesar", "leggi anche",
)  # fmt: skip
# What a site asks of its readers.
_CALL = (
    "sign(?:ing)? up (?:for|to)", "subscribe (?:to|now|today|here|for)", r"newsletters?\b", "your inbox",
    "click here to (?:subscribe|sign|join|register)", "follow us", "follow @", "like us on", "join (?:us on|our)",
    r"(?:on|via) (?:facebook|twitter|telegram|instagram|whatsapp|viber)\b", "share (?:this|on|via)",
    "email (?:us|this)", "download (?:our|the) app",
    "підпи(?:суйтеся|суйтесь|шіться|шись)", "приєднуйтес[ья]", "долучайтес[ья]", "стежте за", "читайте нас",
    "(?:наш|нашого|нашу) (?:telegram|телеграм|канал|viber|вайбер|youtube)", "подпи(?:сывайтесь|шитесь|шись)",
    "присоединяйтесь", "следите за", "наш(?:и|его)? (?:telegram|телеграм|канал|вайбер)",
    "(?:нашли|знайшли) (?:ошибку|помилку|орфограф)", r"ctrl ?\+ ?enter",
    "abonnieren sie", "jetzt (?:anmelden|abonnieren)", "abonnez-vous", "inscrivez-vous", "suscríbete", "zapisz się",
    "subskrybuj", "assine",
)  # fmt: skip
# That the rest of an article is for those who pay.
_PAYWALL = (
    r"il vous reste [\d.,]+ ?% de cet article", "(?:article|suite) (?:est )?réservée? (?:à nos|aux) abonnés",
    "(?:subscribe|sign in|log in|register) to (?:continue|keep) reading",
    "to (?:continue|keep) reading[^.]{0,40}(?:subscri|sign|log|regist)",
    "this (?:article|content|story) is (?:only )?(?:for|available to) (?:our )?(?:paid )?subscribers",
    "(?:weiterlesen mit|lesen sie diesen artikel mit)",
    "(?:доступн[а-яії]+|продовження|повний текст) (?:лише |тільки )?для передплат",
    "(?:доступн[а-я]+|продолжение|полный текст) (?:только )?(?:для |по )подпис",
    "(?:чтобы|щоб) (?:продолжить|дочитать|продовжити|дочитати)[^.]{0,40}(?:подпис|передплат|увій|войд)",
    "dalszy ciąg (?:artykułu )?dostępny",
)  # fmt: skip
_BUTTONS = (
    "print", "drucken", "imprimer", "share", "поделиться", "поділити(?:ся|сь)", "teilen", "partager", "tweet",
    "e-?mail", "facebook", "twitter", "telegram", "viber", "whatsapp", "linkedin", "pinterest", "копіювати",
    "скопировать", "copy link",
)  # fmt: skip
# All of a block that is a notice or a button.
_NOTICE = (
    r"(?:©|copyright|\(c\)) .{0,120}", r".{0,60}\ball rights reserved\W*.{0,60}",
    ".{0,40}(?:усі|всі|все) права (?:захищен|защищен).{0,60}", r"our standards\s*:.{0,80}",
    r"(?:loading|show|hide|view|leave|post|add|write|see)(?: (?:a|the|all|your|in))? (?:comments?|discussion)\b.{0,40}",
    r"(?:\d+ )?(?:comments?|comentarios|comentários|kommentare?|commentaires?)",
    r"(?:коментарі|комментарии)(?: \(?\d+\)?)?",
    "(?:we use|this (?:web)?site uses|мы используем|ми використовуємо).{0,20}(?:cookies|файл).*",
    "(?:diese (?:web)?seite (?:verwendet|nutzt)|ce site utilise).{0,20}cookies.*",
    "(?:this|that) feature is temporarily unavailable.*", "please wait", "(?:skip|jump) to .{1,40}",
    "advertisement", "реклама", "anzeige", "publicité", "publicidade",
    "(?:надрукувати|друкувати|распечатать|версия для печати|версія для друку)",
    rf"(?:{'|'.join(_BUTTONS)})(?:[\s,|/·•+]+[\w-]+){{0,4}}",
)  # fmt: skip
_LONGEST_CALL = 25  # words
_LONGEST_NOTICE = 60
_LONGEST_LABEL = 8


def _any_of(alternatives: tuple[str, ...], *, before: str = "", after: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}(?:{'|'.join(alternatives)}){after}", re.IGNORECASE | re.DOTALL)


_BESIDE_PATTERN = _any_of(_BESIDE, before="(?<![a-z])", after="(?![a-z])")
_ANOTHER_PATTERN = _any_of((*_OTHERS, *_CLOCK, "comments?", "sidebar"), before="(?<![a-z])", after="(?![a-z])")
_UNSEEN_PATTERN = _any_of(_UNSEEN, before="(?<![a-z])", after="(?![a-z])")
_ELSEWHERE_PATTERN = _any_of(_ELSEWHERE, before=r"\W*")
_CALL_PATTERN = _any_of(_CALL, before=r"\b")
_PAYWALL_PATTERN = _any_of(_PAYWALL)
_NOTICE_PATTERN = _any_of(_NOTICE, before=r"\W*", after=r"\W*")
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINTS = re.compile(r"[_\s]+|--+")


def is_beside_article(element: _Element) -> bool:
    """Whether the names of an element say that it holds something else than an article."""
    if element.tag == "aside" or element.get("role") in _ROLES:
        return True
    names, identity = element.get("class"), element.get("id")
    return bool(names and _names_what_is_beside(names)) or bool(identity and _names_what_is_beside(identity.lower()))


def is_of_another(element: _Element) -> bool:
    """Whether the names of an element say that a date in it is that of another article, of a comment or of today."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag == "aside" or (names != " " and _ANOTHER_PATTERN.search(_joined(names)) is not None)


def is_unseen(element: _Element) -> bool:
    """Whether a reader of the page does not see an element."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style, names = element.get("style"), element.get("class")
    return bool((style and _HIDING_STYLE.search(style)) or (names and _says_unseen(names)))


@lru_cache(maxsize=4096)
def _names_what_is_beside(names: str) -> bool:
    return _BESIDE_PATTERN.search(_joined(names)) is not None


@lru_cache(maxsize=4096)
def _says_unseen(names: str) -> bool:
    return _UNSEEN_PATTERN.search(_joined(names)) is not None


def _joined(names: str) -> str:
    """Names with their words joined by hyphens: relatedLinks and related_links alike."""
    return " ".join(_JOINTS.sub("-", _CAMEL.sub("-", name)).lower() for name in names.split())


def leads_elsewhere(text: str) -> bool:
    """Whether a line begins as those do that announce other articles: “Read also: …”."""
    return _ELSEWHERE_PATTERN.match(text) is not None


def is_label(text: str) -> bool:
    """Whether a line is not more than such an announcement, so that what is announced follows it."""
    return leads_elsewhere(text) and len(text.split()) <= _LONGEST_LABEL


def is_notice(text: str) -> bool:
    """Whether a block is a notice or a button of the site."""
    return len(text.split()) <= _LONGEST_NOTICE and _NOTICE_PATTERN.fullmatch(text) is not None


def is_paywall(text: str) -> bool:
    """Whether a block says that the rest of an article is for subscribers."""
    return len(text.split()) <= _LONGEST_NOTICE and _PAYWALL_PATTERN.search(text) is not None


def is_call(text: str) -> bool:
    """Whether a block asks its reader to subscribe, follow or share."""
    return len(text.split()) <= _LONGEST_CALL and _CALL_PATTERN.search(text) is not None
