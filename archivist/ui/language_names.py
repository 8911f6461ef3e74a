# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of languages, as the language of the interface has them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject


class LanguageNames(QObject):
    """Names by code (ISO 639-1, or 639-2 where that has none)."""

    def name(self, code: str) -> str:
        """The name of a language; where the interface has none what it calls itself, else its code."""
        name = self._names().get(code)
        if name is not None:
            return name
        locale = QLocale(code)
        is_known = locale.language() not in (QLocale.Language.C, QLocale.Language.AnyLanguage)
        return (locale.nativeLanguageName() if is_known else "") or code

    def _names(self) -> dict[str, str]:
        return {
            "": self.tr("Unknown"),
            "uk": self.tr("Ukrainian"),
            "ru": self.tr("Russian"),
            "en": self.tr("English"),
            "af": self.tr("Afrikaans"),
            "ar": self.tr("Arabic"),
            "az": self.tr("Azerbaijani"),
            "be": self.tr("Belarusian"),
            "bg": self.tr("Bulgarian"),
            "bn": self.tr("Bengali"),
            "bs": self.tr("Bosnian"),
            "ca": self.tr("Catalan"),
            "crh": self.tr("Crimean Tatar"),
            "cs": self.tr("Czech"),
            "cy": self.tr("Welsh"),
            "da": self.tr("Danish"),
            "de": self.tr("German"),
            "el": self.tr("Greek"),
            "eo": self.tr("Esperanto"),
            "es": self.tr("Spanish"),
            "et": self.tr("Estonian"),
            "eu": self.tr("Basque"),
            "fa": self.tr("Persian"),
            "fi": self.tr("Finnish"),
            "fr": self.tr("French"),
            "ga": self.tr("Irish"),
            "gl": self.tr("Galician"),
            "he": self.tr("Hebrew"),
            "hi": self.tr("Hindi"),
            "hr": self.tr("Croatian"),
            "hu": self.tr("Hungarian"),
            "hy": self.tr("Armenian"),
            "id": self.tr("Indonesian"),
            "is": self.tr("Icelandic"),
            "it": self.tr("Italian"),
            "ja": self.tr("Japanese"),
            "ka": self.tr("Georgian"),
            "kk": self.tr("Kazakh"),
            "ko": self.tr("Korean"),
            "ky": self.tr("Kyrgyz"),
            "la": self.tr("Latin"),
            "lt": self.tr("Lithuanian"),
            "lv": self.tr("Latvian"),
            "mk": self.tr("Macedonian"),
            "mn": self.tr("Mongolian"),
            "ms": self.tr("Malay"),
            "nb": self.tr("Norwegian"),
            "nl": self.tr("Dutch"),
            "nn": self.tr("Nynorsk"),
            "no": self.tr("Norwegian"),
            "pl": self.tr("Polish"),
            "pt": self.tr("Portuguese"),
            "ro": self.tr("Romanian"),
            "sk": self.tr("Slovak"),
            "sl": self.tr("Slovenian"),
            "sq": self.tr("Albanian"),
            "sr": self.tr("Serbian"),
            "sv": self.tr("Swedish"),
            "sw": self.tr("Swahili"),
            "ta": self.tr("Tamil"),
            "tg": self.tr("Tajik"),
            "th": self.tr("Thai"),
            "tk": self.tr("Turkmen"),
            "tr": self.tr("Turkish"),
            "tt": self.tr("Tatar"),
            "ur": self.tr("Urdu"),
            "uz": self.tr("Uzbek"),
            "vi": self.tr("Vietnamese"),
            "yi": self.tr("Yiddish"),
            "zh": self.tr("Chinese"),
        }
