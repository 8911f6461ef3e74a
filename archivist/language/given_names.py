# SPDX-License-Identifier: GPL-3.0-or-later
"""Given names that are one name in Ukrainian, Russian and English, but are spelled too differently
for a skeleton: Володимир, Владимир, Volodymyr.

A line is one name. Only what people are called by in the press: no pet names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from archivist.language.transliteration import skeletons

_GIVEN_NAMES = """
Авраам Абрам Abraham Абрагам
Агнія Агния
Адріан Адриан Андріан Adrian
Анастасія Настасья Anastasia
Андрій Андрей Andriy Andrey Andrew
Антон Антоній Антоний Anthony Antonio
Аркадій Аркадий
Артем Артемий Артемій Артём
Богдан Bogdan Bohdan
Борис Boris Borys
В'ячеслав Вячеслав Viacheslav Vyacheslav
Валерій Валерий Валера Valeriy Valery
Василь Василий Vasyl Vasily Vasiliy
Віктор Виктор Victor Viktor
Віталій Виталий Vitaliy Vitali Vitaly
Володимир Владимир Volodymyr Vladimir Уладзімір Uladzimir
Всеволод Vsevolod
Галина Halyna Galina
Ганна Анна Hanna Anna
Геннадій Геннадий Gennady Hennadiy Hennadii
Георгій Георгий Георг George Georgy Georgiy Heorhii
Гліб Глеб Hlib Gleb
Григорій Григорий Hryhorii Hryhoriy Grigory Grigoriy Gregory
Данило Даниил Данил Daniil Danylo Daniel Даніель Даниель
Дарія Дар'я Дарья Daria Darya Дарина
Денис Denys Denis
Дмитро Дмитрий Дмитрій Dmytro Dmitry Dmitri Dmitriy
Едуард Эдуард Eduard Edward Эдвард Едвард
Емануель Эммануэль Еммануель Emmanuel Эмманюэль Емманюель
Євген Евгений Євгеній Yevhen Yevgeny Evgeny Yevgeniy Evgeniy Eugene
Євгенія Евгения Yevheniia Evgenia
Єгор Егор Игорь Ігор Igor Ihor Yegor
Єлизавета Елизавета Yelyzaveta Elizaveta Elizabeth
Йосип Осип Іосиф Иосиф Yosyp Iosif Joseph Josef
Ілля Илья Illia Ilya
Іван Иван Ivan
Ірина Ирина Iryna Irina
Катерина Екатерина Kateryna Ekaterina Yekaterina Catherine
Кирило Кирилл Kyrylo Kirill Cyril
Костянтин Константин Kostiantyn Konstantin Constantine
Ксенія Ксения Оксана Oksana Ksenia
Лев Lev Leo
Леонід Леонид Leonid
Любов Любовь Liubov Lyubov
Людмила Liudmyla Lyudmila Ludmila
Максим Maksym Maxim Maksim
Маргарита Margarita Marharyta
Марина Maryna Marina
Марія Мария Maria Mariia Mary Мар'я Марья
Матвій Матвей Матфей Matvii Matvey
Микита Никита Mykyta Nikita
Микола Николай Миколай Mykola Nikolai Nikolay Nicholas Nicolas
Михайло Михаил Михайл Mykhailo Mikhail Michael
Назар Nazar
Надія Надежда Nadiia Nadezhda
Наталія Наталя Наталья Natalia Nataliia Natalya
Нікіфор Никифор Nikifor
Олег Oleh Oleg
Олександр Александр Oleksandr Aleksandr Alexander Aleksander Аляксандр Александар Aliaksandr Alyaksandr
Олександра Александра Oleksandra Alexandra Aleksandra
Олексій Алексей Oleksiy Oleksii Aleksey Alexei Alexey Aleksei Алексій
Олена Елена Olena Elena Yelena Helen
Ольга Olha Olga
Остап Евстафий
Павло Павел Pavlo Pavel Paul Поль Пол
Петро Пётр Петр Petro Pyotr Petr Peter Пётер
Пилип Филипп Філіп Філіпп Pylyp Filipp Philip Philippe
Роберт Robert
Роман Roman
Руслан Ruslan
Світлана Светлана Svitlana Svetlana
Святослав Sviatoslav Svyatoslav
Сергій Сергей Serhiy Serhii Sergey Sergei Sergiy
Софія Софья София Sofia Sofiia Sophia
Станіслав Станислав Stanislav
Степан Стефан Стівен Stepan Stefan
Тарас Taras
Тетяна Татьяна Tetiana Tetyana Tatiana Tatyana
Тимофій Тимофей Tymofii Timofey Timothy
Тимур Тімур Тамерлан Timur
Трохим Трофим Trokhym Trofim
Федір Фёдор Федор Fedir Fyodor Fedor Theodore
Фелікс Феликс Felix
Юлія Юлия Yulia Iuliia Yuliia Julia
Юрій Юрий Yuriy Yurii Yuri Yury Iurii
Яків Яков Yakiv Yakov Jacob
Ян Jan Йан
Ярослав Yaroslav Iaroslav
Ангела Ангеля Angela Анґела
Джордж George
Дональд Дональд Donald
Ендрю Эндрю Andrew
Джозеф Джозеф Joseph
Майкл Michael
Пітер Питер Peter
Стівен Стивен Steven Stephen
Еліс Элис Alice
Річард Ричард Richard
Вільям Уильям Вильям William
Чарльз Чарлз Charles
Генрі Генри Henry Анрі Анри Henri
Жан Jean
Жак Jacques
Ніколя Николя Nicolas
Девід Давид Дэвид Давід David
Джеймс James
Томас Thomas
Емілі Эмили Emily
Джон John
Білл Билл Bill
Барак Barack
Джо Joe
Том Tom
Тім Тим Tim
Кріс Крис Chris
Марк Mark
Люк Luke
Енн Энн Anne Ann
Сара Sarah
Лора Laura
Дженніфер Дженнифер Jennifer
Кевін Кевин Kevin
Браян Брайан Brian
Скотт Scott
Тоні Тони Tony
Нік Ник Nick
Боб Bob
Джим Jim
Джек Jack
Френк Фрэнк Frank
Вацлав Václav Vaclav
Реджеп Recep
Тайїп Тайип Tayyip
"""


@cache
def _groups() -> Mapping[str, Sequence[str]]:
    groups: dict[str, list[str]] = {}
    for line in _GIVEN_NAMES.strip().lower().splitlines():
        names = line.split()
        for skeleton in {skeleton for name in names for skeleton in skeletons(name)[:1]}:
            groups.setdefault(skeleton, []).extend(names)
    return groups


def same_given_names(skeletons_of_name: Iterable[str]) -> Sequence[str]:
    """The given names, in lower case, that are the same as the one of these skeletons; none if it is unknown."""
    groups = _groups()
    return next((groups[skeleton] for skeleton in skeletons_of_name if skeleton in groups), ())
