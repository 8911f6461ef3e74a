<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk">
<context>
    <name>AboutDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/about.py"/>
        <source>About Archivist</source>
        <translation>Про Archivist</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/about.py"/>
        <source>Archivist</source>
        <translation>Archivist</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/about.py"/>
        <source>Keeps, finds and annotates press coverage, offline.</source>
        <translation>Зберігає, шукає й позначає публікації преси. Працює без мережі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/about.py"/>
        <source>Version</source>
        <translation>Версія</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/about.py"/>
        <source>Built on</source>
        <translation>Побудовано на</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/about.py"/>
        <source>Licence</source>
        <translation>Ліцензія</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/about.py"/>
        <source>GNU General Public License, version 3 or later</source>
        <translation>GNU General Public License, версія 3 або новіша</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/about.py"/>
        <source>Archive</source>
        <translation>Архів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/about.py"/>
        <source>Its identity</source>
        <translation>Його ідентифікатор</translation>
    </message>
</context>
<context>
    <name>ActionTable</name>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Archive</source>
        <translation>&amp;Архів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Open &amp;recent</source>
        <translation>Не&amp;давні архіви</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Search</source>
        <translation>По&amp;шук</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Order of the &amp;concordance</source>
        <translation>Порядок к&amp;онкордансу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>A&amp;nnotate</source>
        <translation>П&amp;означки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Se&amp;lect what is under the caret</source>
        <translation>Ви&amp;брати те, що під курсором</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Move an &amp;edge</source>
        <translation>Пере&amp;містити межу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Suggestions</source>
        <translation>Пропози&amp;ції</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Records</source>
        <translation>&amp;Записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;View</source>
        <translation>&amp;Вигляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Order of the list</source>
        <translation>&amp;Порядок списку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Colours</source>
        <translation>&amp;Кольори</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Lan&amp;guage</source>
        <translation>Мо&amp;ва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Довідка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;New archive…</source>
        <translation>&amp;Новий архів…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Open archive…</source>
        <translation>&amp;Відкрити архів…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Import files…</source>
        <translation>&amp;Імпортувати файли…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Import a &amp;folder…</source>
        <translation>Імпортувати &amp;теку…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Import a &amp;bundle…</source>
        <translation>Імпортувати &amp;пакунок…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Watched folders…</source>
        <translation>Теки під на&amp;глядом…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Paste an article</source>
        <translation>В&amp;ставити статтю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Export…</source>
        <translation>&amp;Експортувати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Back up…</source>
        <translation>Зробити &amp;резервну копію…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Restore a backup…</source>
        <translation>Відновити з &amp;копії…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>C&amp;heck the archive</source>
        <translation>Перевірити &amp;архів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Close</source>
        <translation>&amp;Закрити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Quit</source>
        <translation>Ви&amp;йти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;History</source>
        <translation>&amp;Історія</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Undo the chos&amp;en step</source>
        <translation>Скасувати вибраний &amp;крок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Details of the article…</source>
        <translation>&amp;Відомості про статтю…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Pro&amp;venance of the article…</source>
        <translation>П&amp;оходження статті…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Read a&amp;gain with today’s readers</source>
        <translation>Прочитати &amp;знову нинішніми засобами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Correct the text &amp;from a file…</source>
        <translation>Виправити текст із &amp;файлу…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Correct the text…</source>
        <translation>Виправити текст…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Te&amp;xts of the article…</source>
        <translation>&amp;Тексти статті…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Copy with c&amp;itation</source>
        <translation>Копіювати з &amp;цитуванням</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Go to the address on the clip&amp;board</source>
        <translation>Перейти за адресою з &amp;буфера обміну</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Add to a &amp;collection…</source>
        <translation>&amp;Додати до добірки…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Take out of the collection</source>
        <translation>Ви&amp;лучити з добірки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>De&amp;lete articles</source>
        <translation>В&amp;идалити статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>The &amp;same story…</source>
        <translation>Той самий &amp;матеріал…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>These are &amp;one text</source>
        <translation>Це один т&amp;екст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Search the archive</source>
        <translation>&amp;Шукати в архіві</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Find in the article</source>
        <translation>&amp;Знайти в статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Ne&amp;xt hit</source>
        <translation>&amp;Наступний збіг</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Pre&amp;vious hit</source>
        <translation>&amp;Попередній збіг</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>C&amp;oncordance</source>
        <translation>&amp;Конкорданс</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>By &amp;article</source>
        <translation>За &amp;статтею</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>By the words &amp;before</source>
        <translation>За словами &amp;перед</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>By the &amp;occurrence</source>
        <translation>За &amp;вживанням</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>By the words a&amp;fter</source>
        <translation>За словами п&amp;ісля</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Save the concordance as a &amp;table…</source>
        <translation>Зберегти конкорданс як &amp;таблицю…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>O&amp;ne of each story</source>
        <translation>По одній статті на &amp;матеріал</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Show the othe&amp;rs of the story</source>
        <translation>Показати &amp;інші статті матеріалу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Ta&amp;g all hits…</source>
        <translation>Надати те&amp;г усім збігам…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Sa&amp;ve the search…</source>
        <translation>З&amp;берегти пошук…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;End the search</source>
        <translation>За&amp;вершити пошук</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Clear the filters</source>
        <translation>Скинути &amp;фільтри</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Clear &amp;recent searches</source>
        <translation>О&amp;чистити недавні пошуки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Tag the selection…</source>
        <translation>Позначити &amp;виділене тегом…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Repeat the last tag</source>
        <translation>Пов&amp;торити останній тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Keep a tag in hand</source>
        <translation>Тримати тег нап&amp;охваті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Next annotation</source>
        <translation>&amp;Наступна позначка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Previous annotation</source>
        <translation>&amp;Попередня позначка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Ne&amp;xt for review</source>
        <translation>Наступна на пере&amp;гляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Unselect</source>
        <translation>&amp;Зняти виділення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Another t&amp;ag…</source>
        <translation>&amp;Інший тег…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>N&amp;ote</source>
        <translation>Примітк&amp;а</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Move to the selected words</source>
        <translation>Перенести на виділені &amp;слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Dupl&amp;icate</source>
        <translation>Д&amp;ублювати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Delete the annotation</source>
        <translation>Ви&amp;далити позначку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Annotations for re&amp;view…</source>
        <translation>Позначки на перегл&amp;яд…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Compare annotat&amp;ors…</source>
        <translation>Порівняти анотато&amp;рів…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Codebook…</source>
        <translation>&amp;Кодова книга…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Select the &amp;word</source>
        <translation>Виділити &amp;слово</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Select the &amp;noun phrase</source>
        <translation>Виділити &amp;іменну групу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Select the &amp;sentence</source>
        <translation>Виділити &amp;речення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Show suggestions</source>
        <translation>По&amp;казати пропозиції</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Next suggestion</source>
        <translation>&amp;Наступна пропозиція</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Previous suggestion</source>
        <translation>&amp;Попередня пропозиція</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Accept the suggestion</source>
        <translation>Пр&amp;ийняти пропозицію</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Reject the suggestion</source>
        <translation>&amp;Відхилити пропозицію</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Accept all of its &amp;kind</source>
        <translation>Прийняти все &amp;цього виду</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Read &amp;many articles…</source>
        <translation>Прочитати &amp;багато статей…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Start a word to the left</source>
        <translation>Початок на слово ліворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Start a word to the right</source>
        <translation>Початок на слово праворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>End a word to the left</source>
        <translation>Кінець на слово ліворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>End a word to the right</source>
        <translation>Кінець на слово праворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Start a character to the left</source>
        <translation>Початок на символ ліворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Start a character to the right</source>
        <translation>Початок на символ праворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>End a character to the left</source>
        <translation>Кінець на символ ліворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>End a character to the right</source>
        <translation>Кінець на символ праворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Start a sentence to the left</source>
        <translation>Початок на речення ліворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Start a sentence to the right</source>
        <translation>Початок на речення праворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>End a sentence to the left</source>
        <translation>Кінець на речення ліворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>End a sentence to the right</source>
        <translation>Кінець на речення праворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Record&amp;s</source>
        <translation>&amp;Записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Link to a record…</source>
        <translation>&amp;Прив’язати до запису…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Link to the l&amp;ast record</source>
        <translation>Прив’язати до &amp;останнього запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Unlink from the record</source>
        <translation>&amp;Відв’язати від запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Show the record</source>
        <translation>По&amp;казати запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Add a r&amp;elation…</source>
        <translation>&amp;Додати зв’язок…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Relate to the one ch&amp;osen next</source>
        <translation>Зв’язати з &amp;наступною вибраною</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Rela&amp;tions in the text</source>
        <translation>Зв’язки в &amp;тексті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;New record…</source>
        <translation>Нови&amp;й запис…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Rena&amp;me the record</source>
        <translation>Пер&amp;ейменувати запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Mer&amp;ge the selected records…</source>
        <translation>Об’єднати ви&amp;брані записи…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>S&amp;plit off the selected passages…</source>
        <translation>Відокре&amp;мити вибрані уривки…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Delete the record</source>
        <translation>В&amp;идалити запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Save the passages as a ta&amp;ble…</source>
        <translation>Зберегти &amp;уривки як таблицю…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>By &amp;relevance</source>
        <translation>За &amp;відповідністю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Newest first</source>
        <translation>&amp;Спершу новіші</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>By &amp;outlet</source>
        <translation>За в&amp;иданням</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>By &amp;title</source>
        <translation>За &amp;заголовком</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>As the &amp;desktop</source>
        <translation>&amp;Як у системі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Light</source>
        <translation>&amp;Світлі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Dark</source>
        <translation>&amp;Темні</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>As the &amp;system</source>
        <translation>Як у &amp;системі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Larger text</source>
        <translation>&amp;Більший текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Smaller text</source>
        <translation>&amp;Менший текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Usual text size</source>
        <translation>&amp;Звичайний розмір тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Wider lines</source>
        <translation>Рядки &amp;ширші</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Narrower lines</source>
        <translation>Рядки ву&amp;жчі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>F&amp;ilter the annotations…</source>
        <translation>Ві&amp;дібрати позначки…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>O&amp;verview of the article</source>
        <translation>&amp;Огляд статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Keep this article beside</source>
        <translation>&amp;Тримати цю статтю поруч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>The ori&amp;ginal beside the text</source>
        <translation>О&amp;ригінал поруч із текстом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Focus on the a&amp;rticle</source>
        <translation>Лише &amp;стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Side&amp;bar</source>
        <translation>Бі&amp;чна панель</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Inspector</source>
        <translation>&amp;Інспектор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Full screen</source>
        <translation>На весь &amp;екран</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Go to the sidebar</source>
        <translation>Перейти до бічної панелі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Go to the list</source>
        <translation>Перейти до списку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Go to the article</source>
        <translation>Перейти до статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Go to the inspector</source>
        <translation>Перейти до інспектора</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Go to the concordance</source>
        <translation>Перейти до конкордансу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Go to the records</source>
        <translation>Перейти до записів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Go to the history</source>
        <translation>Перейти до історії</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Next article</source>
        <translation>Наступна стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>Previous article</source>
        <translation>Попередня стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Commands…</source>
        <translation>&amp;Команди…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Сполучення клавіш</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/actions.py"/>
        <source>&amp;About Archivist</source>
        <translation>&amp;Про Archivist</translation>
    </message>
</context>
<context>
    <name>Agreeing</name>
    <message>
        <location filename="../../archivist/ui/agreeing.py"/>
        <source>All annotations here are by one person.</source>
        <translation>Усі позначки тут зробила одна особа.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreeing.py"/>
        <source>Import somebody else’s bundle of the same articles to compare.</source>
        <translation>Щоб порівняти, імпортуйте чужий пакунок із тими самими статтями.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreeing.py"/>
        <source>Comparing annotators</source>
        <translation>Порівняння анотаторів</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/agreeing.py"/>
        <source>%Ln new annotation(s) in the adjudicated layer.</source>
        <translation>
            <numerusform>%Ln нова позначка в узгодженому шарі.</numerusform>
            <numerusform>%Ln нові позначки в узгодженому шарі.</numerusform>
            <numerusform>%Ln нових позначок в узгодженому шарі.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreeing.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/agreeing.py"/>
        <source>%Ln annotation(s) taken out of the adjudicated layer.</source>
        <translation>
            <numerusform>%Ln позначку вилучено з узгодженого шару.</numerusform>
            <numerusform>%Ln позначки вилучено з узгодженого шару.</numerusform>
            <numerusform>%Ln позначок вилучено з узгодженого шару.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreeing.py"/>
        <source>There is nothing in the adjudicated layer there.</source>
        <translation>В узгодженому шарі там нічого немає.</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>There is no article in which each of them marked something.</source>
        <translation>Немає статті, у якій кожен із них щось позначив.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln стаття</numerusform>
            <numerusform>%Ln статті</numerusform>
            <numerusform>%Ln статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln позначка</numerusform>
            <numerusform>%Ln позначки</numerusform>
            <numerusform>%Ln позначок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln місце</numerusform>
            <numerusform>%Ln місця</numerusform>
            <numerusform>%Ln місць</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>In {articles} they are at one about {agreed} and differ in {places}.</source>
        <translation>Порівняно: {articles}. Згода: {agreed}. Розбіжності: {places}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>Choose two annotators or more.</source>
        <translation>Виберіть двох або більше анотаторів.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>Comparing…</source>
        <translation>Порівняння…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>nothing</source>
        <translation>нічого</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>no record</source>
        <translation>без запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>no attributes</source>
        <translation>без атрибутів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>Agreement of annotators</source>
        <translation>Згода анотаторів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>Choose two annotators or more, and compare what they marked.</source>
        <translation>Виберіть двох або більше анотаторів і порівняйте їхні позначки.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>{name} ({count})</source>
        <translation>{name} ({count})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>&amp;Compare</source>
        <translation>&amp;Порівняти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>Agreement by tag</source>
        <translation>Згода за тегами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>Places where they differ</source>
        <translation>Місця розбіжностей</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>What each of them marked</source>
        <translation>Що позначив кожен із них</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>&amp;Open</source>
        <translation>&amp;Відкрити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>&amp;Keep the chosen one</source>
        <translation>&amp;Залишити вибране</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>Keep &amp;none</source>
        <translation>Не залишати &amp;жодного</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/dialog.py"/>
        <source>Keep &amp;all that is agreed</source>
        <translation>Залишити все &amp;узгоджене</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <location filename="../../archivist/ui/annotating.py"/>
        <source>No tag has been used yet.</source>
        <translation>Ще не вжито жодного тегу.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/annotating.py"/>
        <source>Press the key of a tag, or T.</source>
        <translation>Натисніть клавішу тегу або T.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/annotating.py"/>
        <source>No words are selected.</source>
        <translation>Слова не виділено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/annotating.py"/>
        <source>Select those to which the annotation is to move, then try again.</source>
        <translation>Виділіть ті, на які слід перенести позначку, і спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/annotating.py"/>
        <source>These words carry the tag twice now.</source>
        <translation>Тепер ці слова мають цей тег двічі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/annotating.py"/>
        <source>{key} gives the new one another tag.</source>
        <translation>{key} надає новій інший тег.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/annotating.py"/>
        <source>No words are selected, so nothing was tagged.</source>
        <translation>Слова не виділено, тож нічого не позначено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/annotating.py"/>
        <source>Select words first. {key} gives the chosen annotation another tag.</source>
        <translation>Спершу виділіть слова. {key} надає вибраній позначці інший тег.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/annotating.py"/>
        <source>Select words with the mouse, or with Shift and the arrows, then press the key of a tag.</source>
        <translation>Виділіть слова мишею або стрілками з Shift, а тоді натисніть клавішу тегу.</translation>
    </message>
</context>
<context>
    <name>AnnotationDelegate</name>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_list.py"/>
        <source>look at it</source>
        <translation>перегляньте</translation>
    </message>
</context>
<context>
    <name>AnnotationListView</name>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_list.py"/>
        <source>Annotations of this article</source>
        <translation>Позначки цієї статті</translation>
    </message>
</context>
<context>
    <name>AnnotationPage</name>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Marked by {who}, {when}</source>
        <translation>Позначено: {who}, {when}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Changed {when}</source>
        <translation>Змінено {when}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>These words are no longer at their place in the text. Mark them again, or delete this annotation.</source>
        <translation>Цих слів більше немає на їхньому місці в тексті. Позначте їх знову або видаліть цю позначку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Details</source>
        <translation>Відомості</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Relations</source>
        <translation>Зв’язки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Article</source>
        <translation>Стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Back to the article and all its annotations</source>
        <translation>Назад до статті та всіх її позначок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Start</source>
        <translation>Початок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>End</source>
        <translation>Кінець</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>to the left</source>
        <translation>ліворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>to the right</source>
        <translation>праворуч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>{edge} by a word; with Shift by a character, with Ctrl by a sentence</source>
        <translation>{edge} на слово; з Shift на символ, з Ctrl на речення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>What is worth knowing about it</source>
        <translation>Що про це варто знати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/annotation_page.py"/>
        <source>Delete annotation</source>
        <translation>Видалити позначку</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <location filename="../../archivist/ui/articles/delegate.py"/>
        <source>Without a title</source>
        <translation>Без заголовка</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/delegate.py"/>
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n збіг</numerusform>
            <numerusform>%n збіги</numerusform>
            <numerusform>%n збігів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/delegate.py"/>
        <source>and %n more</source>
        <translation>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/delegate.py"/>
        <source>Origin not known</source>
        <translation>Джерело невідоме</translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>Details of the article</source>
        <translation>Відомості про статтю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>Unknown</source>
        <translation>Невідома</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>&amp;Title</source>
        <translation>&amp;Заголовок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>&amp;Outlet</source>
        <translation>&amp;Видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>&amp;Byline</source>
        <translation>&amp;Автор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>&amp;Section</source>
        <translation>&amp;Рубрика</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>&amp;Published</source>
        <translation>&amp;Опубліковано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>&amp;Language</source>
        <translation>&amp;Мова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>&amp;Address</source>
        <translation>Адр&amp;еса</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/article.py"/>
        <source>&amp;Handing over</source>
        <translation>&amp;Передавання</translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Without a title</source>
        <translation>Без заголовка</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>%n annotation(s) for review</source>
        <translation>
            <numerusform>%n позначка на перегляд</numerusform>
            <numerusform>%n позначки на перегляд</numerusform>
            <numerusform>%n позначок на перегляд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n позначка</numerusform>
            <numerusform>%n позначки</numerusform>
            <numerusform>%n позначок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n запис</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>%n more of the same story</source>
        <translation>
            <numerusform>ще %n з того самого матеріалу</numerusform>
            <numerusform>ще %n з того самого матеріалу</numerusform>
            <numerusform>ще %n з того самого матеріалу</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Edit details…</source>
        <translation>Змінити відомості…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>See what differs</source>
        <translation>Показати відмінності</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Their words are not certainly in the text: say where they belong</source>
        <translation>Їхніх слів напевно в тексті немає: скажіть, де їхнє місце</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>What the reader of the file was not sure of</source>
        <translation>У чому засіб читання файлу не був певен</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Original</source>
        <translation>Оригінал</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Provenance…</source>
        <translation>Походження…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Outlet</source>
        <translation>Видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Byline</source>
        <translation>Автор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Section</source>
        <translation>Рубрика</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Published</source>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Address</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Collections</source>
        <translation>Добірки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Handing over</source>
        <translation>Передавання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Imported</source>
        <translation>Імпортовано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>From</source>
        <translation>Звідки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Read by</source>
        <translation>Прочитано засобом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Encoding</source>
        <translation>Кодування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Id</source>
        <translation>Ідентифікатор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>Nothing is marked yet. Select words in the article, then press the key of a tag.</source>
        <translation>Ще нічого не позначено. Виділіть слова в статті, а тоді натисніть клавішу тегу.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/article_page.py"/>
        <source>What is marked</source>
        <translation>Що позначено</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <location filename="../../archivist/ui/reader/view.py"/>
        <source>Article text</source>
        <translation>Текст статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/view.py"/>
        <source>Drag it to other words. With Ctrl it goes from word to word; Esc lets it be.</source>
        <translation>Перетягніть до інших слів. З Ctrl — від слова до слова; Esc лишає все як було.</translation>
    </message>
</context>
<context>
    <name>ArticlesModel</name>
    <message>
        <location filename="../../archivist/ui/articles/model.py"/>
        <source>Deleted</source>
        <translation>Видалено</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/model.py"/>
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n позначка</numerusform>
            <numerusform>%n позначки</numerusform>
            <numerusform>%n позначок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/model.py"/>
        <source>and %n more of the same story</source>
        <translation>
            <numerusform>і ще %n з того самого матеріалу</numerusform>
            <numerusform>і ще %n з того самого матеріалу</numerusform>
            <numerusform>і ще %n з того самого матеріалу</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/model.py"/>
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n збіг</numerusform>
            <numerusform>%n збіги</numerusform>
            <numerusform>%n збігів</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlesPanel</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>%n annotation(s) for review</source>
        <translation>
            <numerusform>%n позначка на перегляд</numerusform>
            <numerusform>%n позначки на перегляд</numerusform>
            <numerusform>%n позначок на перегляд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>%n article(s) found</source>
        <translation>
            <numerusform>Знайдено %n статтю</numerusform>
            <numerusform>Знайдено %n статті</numerusform>
            <numerusform>Знайдено %n статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n стаття</numerusform>
            <numerusform>%n статті</numerusform>
            <numerusform>%n статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>{shown} of %n found</source>
        <translation>
            <numerusform>{shown} з %n знайденої</numerusform>
            <numerusform>{shown} з %n знайдених</numerusform>
            <numerusform>{shown} з %n знайдених</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>{shown} of %n</source>
        <translation>
            <numerusform>{shown} з %n</numerusform>
            <numerusform>{shown} з %n</numerusform>
            <numerusform>{shown} з %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>By relevance</source>
        <translation>За відповідністю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>Newest first</source>
        <translation>Спершу новіші</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>By outlet</source>
        <translation>За виданням</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>By title</source>
        <translation>За заголовком</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>Order of the list</source>
        <translation>Порядок списку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>One of each story</source>
        <translation>По одній статті на матеріал</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/panel.py"/>
        <source>In the whole archive. Their words are not certainly in the texts.</source>
        <translation>У всьому архіві. Немає певності, що їхні слова є в текстах.</translation>
    </message>
</context>
<context>
    <name>ArticlesTable</name>
    <message>
        <location filename="../../archivist/ui/articles/table.py"/>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>This lies inside the archive, where a backup would be lost along with it.</source>
        <translation>Ця тека лежить усередині архіву, де копія загинула б разом із ним.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>This folder is not there. Is the drive connected?</source>
        <translation>Цієї теки немає. Чи під’єднано диск?</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Back up</source>
        <translation>Резервне копіювання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>never</source>
        <translation>ніколи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source> days</source>
        <translation> дн.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>&amp;Folder</source>
        <translation>&amp;Тека</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Backups to &amp;keep</source>
        <translation>Скільки копій з&amp;берігати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>&amp;Remind me after</source>
        <translation>&amp;Нагадувати через</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>C&amp;heck the archive every</source>
        <translation>&amp;Перевіряти архів кожні</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Folder for backups</source>
        <translation>Тека для резервних копій</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Backups to keep</source>
        <translation>Скільки резервних копій зберігати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Days without a backup until a reminder</source>
        <translation>Скільки днів без резервної копії до нагадування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Days between two checks of the archive</source>
        <translation>Скільки днів між двома перевірками архіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Back up now</source>
        <translation>Копіювати зараз</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Only save the choice</source>
        <translation>Лише зберегти вибір</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/backup.py"/>
        <source>Best on another disk. Originals are copied once, every backup is read again after it was written, and the last good one is never removed.</source>
        <translation>Найкраще — на іншому диску. Оригінали копіюються один раз, кожна копія після запису перечитується, а останню справну ніколи не видаляють.</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <location filename="../../archivist/ui/beside.py"/>
        <source>What this article was read from is no image, page or PDF that can be shown.</source>
        <translation>Те, з чого прочитано цю статтю, — не зображення, не сторінка й не PDF, які можна показати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/beside.py"/>
        <source>Its provenance says what it is, and where it came from.</source>
        <translation>Що це і звідки, сказано в її походженні.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/beside.py"/>
        <source>Original: {title}</source>
        <translation>Оригінал: {title}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/beside.py"/>
        <source>The PDF that this article was read from cannot be shown.</source>
        <translation>PDF, з якого прочитано цю статтю, неможливо показати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/beside.py"/>
        <source>It may be damaged or locked with a password.</source>
        <translation>Можливо, його пошкоджено або захищено паролем.</translation>
    </message>
</context>
<context>
    <name>BesidePane</name>
    <message>
        <location filename="../../archivist/ui/reader/beside_pane.py"/>
        <source>The article beside</source>
        <translation>Стаття поруч</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/beside_pane.py"/>
        <source>The document is being opened…</source>
        <translation>Документ відкривається…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/beside_pane.py"/>
        <source>Page {number} of {count}</source>
        <translation>Сторінка {number} з {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/beside_pane.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/beside_pane.py"/>
        <source>Close what is beside the article</source>
        <translation>Закрити те, що поруч зі статтею</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <location filename="../../archivist/ui/revisions/changes_view.py"/>
        <source>What changed</source>
        <translation>Що змінено</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <location filename="../../archivist/ui/citing.py"/>
        <source>There is nothing selected to be cited.</source>
        <translation>Не виділено нічого, що можна процитувати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/citing.py"/>
        <source>Select words in the article, or choose an annotation.</source>
        <translation>Виділіть слова у статті або оберіть позначку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/citing.py"/>
        <source>Copied with its citation.</source>
        <translation>Скопійовано з цитуванням.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/citing.py"/>
        <source>There is no address of a passage on the clipboard.</source>
        <translation>У буфері обміну немає адреси уривка.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/citing.py"/>
        <source>Copy one that begins with archivist:// and try again.</source>
        <translation>Скопіюйте адресу, що починається з archivist://, і спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/citing.py"/>
        <source>The text was corrected since, and it is not certain where this passage stands now.</source>
        <translation>Відтоді текст виправлено, і невідомо напевно, де тепер цей уривок.</translation>
    </message>
</context>
<context>
    <name>ClaimEnds</name>
    <message>
        <location filename="../../archivist/ui/inspector/claim_ends.py"/>
        <source>Claimant</source>
        <translation>Хто твердить</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/claim_ends.py"/>
        <source>Choose an actor…</source>
        <translation>Вибрати актора…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/claim_ends.py"/>
        <source>Event</source>
        <translation>Подія</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/claim_ends.py"/>
        <source>Choose an event…</source>
        <translation>Вибрати подію…</translation>
    </message>
</context>
<context>
    <name>ClaimsModel</name>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>As of</source>
        <translation>Станом на</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>Says who</source>
        <translation>Хто каже</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>Beside others</source>
        <translation>Поруч з іншими</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>published {date}</source>
        <translation>опубліковано {date}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>no date</source>
        <translation>без дати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>≠ contradicts: {claims}</source>
        <translation>≠ суперечить: {claims}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>≠ disagrees: {claims}</source>
        <translation>≠ розходиться з: {claims}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>replaced by: {claims}</source>
        <translation>замінено на: {claims}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>replaces: {claims}</source>
        <translation>замінює: {claims}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>%Ln more</source>
        <translation>
            <numerusform>ще %Ln</numerusform>
            <numerusform>ще %Ln</numerusform>
            <numerusform>ще %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln інше</numerusform>
            <numerusform>%Ln інші</numerusform>
            <numerusform>%Ln інших</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsTable</name>
    <message>
        <location filename="../../archivist/ui/records/claims.py"/>
        <source>Claims of the figure</source>
        <translation>Твердження про показник</translation>
    </message>
</context>
<context>
    <name>CodebookDialog</name>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Delete tag</source>
        <translation>Видалення тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Delete the tag “{name}”?</source>
        <translation>Видалити тег «{name}»?</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>%n annotation(s) will go with it. Undo brings them back.</source>
        <translation>
            <numerusform>Разом із ним зникне %n позначка. Її можна повернути скасуванням.</numerusform>
            <numerusform>Разом із ним зникнуть %n позначки. Їх можна повернути скасуванням.</numerusform>
            <numerusform>Разом із ним зникне %n позначок. Їх можна повернути скасуванням.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>No annotation has it. Undo brings it back.</source>
        <translation>Жодна позначка його не має. Його можна повернути скасуванням.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>%Ln tag(s) below it will move up.</source>
        <translation>
            <numerusform>%Ln тег під ним переміститься вище.</numerusform>
            <numerusform>%Ln теги під ним перемістяться вище.</numerusform>
            <numerusform>%Ln тегів під ним перемістяться вище.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Keep</source>
        <translation>Залишити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>The codebook was written to “{name}”.</source>
        <translation>Кодову книгу записано у файл «{name}».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>%Ln tag(s) came in</source>
        <translation>
            <numerusform>Додано %Ln тег</numerusform>
            <numerusform>Додано %Ln теги</numerusform>
            <numerusform>Додано %Ln тегів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>{came}, {known} were here.</source>
        <translation>{came}, уже були тут: {known}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>“{name}” differs in the file and stayed as it is here.</source>
        <translation>«{name}» у файлі інший; тут він лишився, як був.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>and %Ln more</source>
        <translation>
            <numerusform>і ще %Ln</numerusform>
            <numerusform>і ще %Ln</numerusform>
            <numerusform>і ще %Ln</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Import a codebook</source>
        <translation>Імпорт кодової книги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Export the codebook</source>
        <translation>Експорт кодової книги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Codebooks (*.json *.qdc)</source>
        <translation>Кодові книги (*.json *.qdc)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>All files (*)</source>
        <translation>Усі файли (*)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Codebook</source>
        <translation>Кодова книга</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>&amp;Import…</source>
        <translation>&amp;Імпортувати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>&amp;Export…</source>
        <translation>&amp;Експортувати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>New tag</source>
        <translation>Новий тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Delete…</source>
        <translation>Видалити…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Merge…</source>
        <translation>Об’єднати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Give its annotations to another tag</source>
        <translation>Передати його позначки іншому тегові</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Move up</source>
        <translation>Вище</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Move down</source>
        <translation>Нижче</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Move out</source>
        <translation>Назовні</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Make a part of the tag above</source>
        <translation>Зробити частиною тегу вище</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>{name}: Alt+{arrow}</source>
        <translation>{name}: Alt+{arrow}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Create tag</source>
        <translation>Створити тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_dialog.py"/>
        <source>Choose a tag to change it, or make a new one.</source>
        <translation>Виберіть тег, щоб змінити його, або створіть новий.</translation>
    </message>
</context>
<context>
    <name>CodebookTree</name>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_tree.py"/>
        <source>Tag</source>
        <translation>Тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_tree.py"/>
        <source>Key</source>
        <translation>Клавіша</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_tree.py"/>
        <source>Annotations</source>
        <translation>Позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_tree.py"/>
        <source>Drag a tag to order or to nest it, or press Alt and an arrow</source>
        <translation>Перетягніть тег, щоб упорядкувати чи вкласти його, або натисніть Alt і стрілку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/codebook_tree.py"/>
        <source>Codebook</source>
        <translation>Кодова книга</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <location filename="../../archivist/ui/collecting.py"/>
        <source>Add to a collection</source>
        <translation>Додавання до добірки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/collecting.py"/>
        <source>Collection, or the name of a new one:</source>
        <translation>Добірка або назва нової:</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/collecting.py"/>
        <source>%n article(s) added to “{name}”.</source>
        <translation>
            <numerusform>%n статтю додано до «{name}».</numerusform>
            <numerusform>%n статті додано до «{name}».</numerusform>
            <numerusform>%n статей додано до «{name}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/collecting.py"/>
        <source>%n article(s) taken out of “{name}”.</source>
        <translation>
            <numerusform>%n статтю вилучено з «{name}».</numerusform>
            <numerusform>%n статті вилучено з «{name}».</numerusform>
            <numerusform>%n статей вилучено з «{name}».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/collecting.py"/>
        <source>Rename the collection</source>
        <translation>Перейменування добірки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/collecting.py"/>
        <source>Name:</source>
        <translation>Назва:</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/collecting.py"/>
        <source>The collection “{name}” was deleted; its articles stay.</source>
        <translation>Добірку «{name}» видалено; її статті залишилися.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/collecting.py"/>
        <source>%n article(s) deleted</source>
        <translation>
            <numerusform>%n статтю видалено</numerusform>
            <numerusform>%n статті видалено</numerusform>
            <numerusform>%n статей видалено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/collecting.py"/>
        <source>with %n annotation(s)</source>
        <translation>
            <numerusform>разом із %n позначкою</numerusform>
            <numerusform>разом із %n позначками</numerusform>
            <numerusform>разом із %n позначками</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/collecting.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <location filename="../../archivist/ui/tagging/colour_field.py"/>
        <source>Colour</source>
        <translation>Колір</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/colour_field.py"/>
        <source>Other…</source>
        <translation>Інший…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/colour_field.py"/>
        <source>Write a colour as #rrggbb, such as #2f84c8.</source>
        <translation>Запишіть колір як #rrggbb, наприклад #2f84c8.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/colour_field.py"/>
        <source>Too pale for the light page, so it is drawn darker there.</source>
        <translation>Заблідий для світлого тла, тому там його затемнено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/colour_field.py"/>
        <source>Too dark for the dark page, so it is drawn lighter there.</source>
        <translation>Затемний для темного тла, тому там його освітлено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/colour_field.py"/>
        <source>Shows well on the light and on the dark page.</source>
        <translation>Добре видно і на світлому, і на темному тлі.</translation>
    </message>
</context>
<context>
    <name>ColumnFields</name>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>None</source>
        <translation>Немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>{column} (not in this file)</source>
        <translation>{column} (немає в цьому файлі)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Find out: none</source>
        <translation>Визначити: немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Find out: {value}</source>
        <translation>Визначити: {value}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Find out</source>
        <translation>Визначити</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <location filename="../../archivist/ui/command_palette.py"/>
        <source>Commands</source>
        <translation>Команди</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/command_palette.py"/>
        <source>Type what you want to do</source>
        <translation>Напишіть, що треба зробити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/command_palette.py"/>
        <source>Nothing is called so. Try another word.</source>
        <translation>Нічого так не називається. Спробуйте інше слово.</translation>
    </message>
</context>
<context>
    <name>CommandRows</name>
    <message>
        <location filename="../../archivist/ui/command_rows.py"/>
        <source>not possible now</source>
        <translation>зараз неможливо</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/command_rows.py"/>
        <source>Not possible now</source>
        <translation>Зараз неможливо</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <location filename="../../archivist/ui/commands.py"/>
        <source>Open an archive</source>
        <translation>Відкрити архів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/commands.py"/>
        <source>New archive: choose an empty folder, or make one</source>
        <translation>Новий архів: виберіть порожню теку або створіть її</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/commands.py"/>
        <source>Out of which collection?</source>
        <translation>З якої добірки?</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/commands.py"/>
        <source>Choose one collection in the sidebar, then try again.</source>
        <translation>Виберіть одну добірку на бічній панелі й спробуйте ще раз.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <location filename="../../archivist/ui/comparing.py"/>
        <source>Looking for duplicates</source>
        <translation>Пошук повторів</translation>
    </message>
</context>
<context>
    <name>ConcordanceModel</name>
    <message>
        <location filename="../../archivist/ui/concordance/model.py"/>
        <source>Before</source>
        <translation>Перед</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/model.py"/>
        <source>Occurrence</source>
        <translation>Вживання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/model.py"/>
        <source>After</source>
        <translation>Після</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/model.py"/>
        <source>Article</source>
        <translation>Стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/model.py"/>
        <source>Click to sort the lines by this column</source>
        <translation>Клацніть, щоб упорядкувати рядки за цим стовпцем</translation>
    </message>
</context>
<context>
    <name>ConcordancePanel</name>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>Concordance</source>
        <translation>Конкорданс</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>No occurrence of “{query}”</source>
        <translation>«{query}» не вжито ніде</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>A concordance shows words. Search for a word or a phrase, or turn some filters off.</source>
        <translation>Конкорданс показує слова. Шукайте слово чи фразу або вимкніть якісь фільтри.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>%Ln occurrence(s)</source>
        <translation>
            <numerusform>%Ln вживання</numerusform>
            <numerusform>%Ln вживання</numerusform>
            <numerusform>%Ln вживань</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln стаття</numerusform>
            <numerusform>%Ln статті</numerusform>
            <numerusform>%Ln статей</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>“{query}”: the first {shown} of {occurrences}, in {articles}</source>
        <translation>«{query}»: {occurrences}, показано перші {shown}; {articles}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>“{query}”: {occurrences} in {articles}</source>
        <translation>«{query}»: {occurrences}, {articles}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>“{query}”: looking for every occurrence…</source>
        <translation>«{query}»: пошук усіх вживань…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>Search for a word or a phrase: every place where it stands is listed here in its context.</source>
        <translation>Шукайте слово чи фразу: тут буде перелічено кожне місце, де їх ужито, з контекстом.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>Stopped. Search for something else, or open the panel again.</source>
        <translation>Зупинено. Шукайте щось інше або відкрийте панель знову.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>Open the passage</source>
        <translation>Відкрити уривок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>Copy	Ctrl+C</source>
        <translation>Копіювати	Ctrl+C</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>Tag…</source>
        <translation>Позначити тегом…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>Tag the selected occurrences, or all of them…</source>
        <translation>Позначити тегом вибрані вживання або всі…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>Save the lines as a table (CSV)…</source>
        <translation>Зберегти рядки як таблицю (CSV)…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordance/panel.py"/>
        <source>Close the concordance</source>
        <translation>Закрити конкорданс</translation>
    </message>
</context>
<context>
    <name>ConcordanceTable</name>
    <message>
        <location filename="../../archivist/ui/concordance/table.py"/>
        <source>Concordance</source>
        <translation>Конкорданс</translation>
    </message>
</context>
<context>
    <name>Concordancing</name>
    <message>
        <location filename="../../archivist/ui/concordancing.py"/>
        <source>Save the concordance</source>
        <translation>Зберегти конкорданс</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordancing.py"/>
        <source>Tables (*.csv)</source>
        <translation>Таблиці (*.csv)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordancing.py"/>
        <source>concordance.csv</source>
        <translation>konkordans.csv</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordancing.py"/>
        <source>Saving {name}</source>
        <translation>Збереження: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordancing.py"/>
        <source>Concordance of “{query}”</source>
        <translation>Конкорданс «{query}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordancing.py"/>
        <source>The concordance was saved as {path}.</source>
        <translation>Конкорданс збережено як {path}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/concordancing.py"/>
        <source>Show in its folder</source>
        <translation>Показати в теці</translation>
    </message>
</context>
<context>
    <name>ConflictsModel</name>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_model.py"/>
        <source>What differs</source>
        <translation>Що відрізняється</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_model.py"/>
        <source>In its</source>
        <translation>У чому</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_model.py"/>
        <source>Ours</source>
        <translation>Наше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_model.py"/>
        <source>Theirs</source>
        <translation>Їхнє</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_model.py"/>
        <source>Decision</source>
        <translation>Рішення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_model.py"/>
        <source>Ours stays</source>
        <translation>Наше лишається</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n зміна</numerusform>
            <numerusform>%n зміни</numerusform>
            <numerusform>%n змін</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>%n annotation(s) will follow</source>
        <translation>
            <numerusform>%n позначка переходить</numerusform>
            <numerusform>%n позначки переходять</numerusform>
            <numerusform>%n позначок переходять</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>%n will wait for review</source>
        <translation>
            <numerusform>%n чекатиме на перегляд</numerusform>
            <numerusform>%n чекатимуть на перегляд</numerusform>
            <numerusform>%n чекатимуть на перегляд</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Will wait: {count}</source>
        <translation>Чекатимуть: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Correct the text</source>
        <translation>Виправлення тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Give up what you typed?</source>
        <translation>Відкинути введене?</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>The text was not saved yet.</source>
        <translation>Текст ще не збережено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Give up</source>
        <translation>Відкинути</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Go on typing</source>
        <translation>Писати далі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Nothing is changed yet.</source>
        <translation>Ще нічого не змінено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>A text without words cannot be saved.</source>
        <translation>Текст без слів зберегти не можна.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Looking at what changes…</source>
        <translation>Дивимося, що зміниться…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Text to correct</source>
        <translation>Текст для виправлення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Annotations that will wait for review</source>
        <translation>Позначки, що чекатимуть на перегляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>What the correction comes to</source>
        <translation>Що дає виправлення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>What changed</source>
        <translation>Що змінено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>&amp;Save the text</source>
        <translation>&amp;Зберегти текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/correct_dialog.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <location filename="../../archivist/ui/crash.py"/>
        <source>Something went wrong</source>
        <translation>Щось пішло не так</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/crash.py"/>
        <source>The report says where it happened, and nothing of your articles. Nothing has been sent to anybody.</source>
        <translation>У звіті сказано, де це сталося, і немає нічого з ваших статей. Нікому нічого не надіслано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/crash.py"/>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/crash.py"/>
        <source>Copy the report</source>
        <translation>Копіювати звіт</translation>
    </message>
</context>
<context>
    <name>CrashReports</name>
    <message>
        <location filename="../../archivist/ui/crash.py"/>
        <source>Archivist was ended by an error last time. What had been marked by then is in the archive.</source>
        <translation>Минулого разу роботу Archivist перервала помилка. Усе, що на той час було позначено, є в архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/crash.py"/>
        <source>Archivist made a mistake. What you marked is in the archive; you can go on working.</source>
        <translation>Archivist припустився помилки. Усе, що ви позначили, є в архіві; можна працювати далі.</translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>New record</source>
        <translation>Новий запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>One record alone cannot be merged.</source>
        <translation>Одного запису для об’єднання замало.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Select two or more in the list, with Ctrl or Shift held.</source>
        <translation>Виберіть у списку два або більше, утримуючи Ctrl чи Shift.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/curating.py"/>
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln запис</numerusform>
            <numerusform>%Ln записи</numerusform>
            <numerusform>%Ln записів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>{count} merged into “{name}”.</source>
        <translation>Об’єднано з «{name}»: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Merging into “{name}”</source>
        <translation>Об’єднання з «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>No passages are selected, so there is nothing to split off.</source>
        <translation>Уривки не вибрано, тож нема чого відокремлювати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Select passages on the page of the record, with Ctrl or Shift held.</source>
        <translation>Виберіть уривки на сторінці запису, утримуючи Ctrl чи Shift.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/curating.py"/>
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln уривок</numerusform>
            <numerusform>%Ln уривки</numerusform>
            <numerusform>%Ln уривків</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Split off a record</source>
        <translation>Відокремлення запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>{count} of “{name}” go to a record of their own.</source>
        <translation>До окремого запису з «{name}» переходить: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>{count} split off into “{name}”.</source>
        <translation>Відокремлено в «{name}»: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Splitting “{name}”</source>
        <translation>Поділ запису «{name}»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/curating.py"/>
        <source>%Ln passage(s) unlinked</source>
        <translation>
            <numerusform>%Ln уривок відв’язано</numerusform>
            <numerusform>%Ln уривки відв’язано</numerusform>
            <numerusform>%Ln уривків відв’язано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/curating.py"/>
        <source>%Ln relation(s) hidden</source>
        <translation>
            <numerusform>%Ln зв’язок приховано</numerusform>
            <numerusform>%Ln зв’язки приховано</numerusform>
            <numerusform>%Ln зв’язків приховано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/curating.py"/>
        <source>%Ln event(s) below it moved up</source>
        <translation>
            <numerusform>%Ln підпорядковану подію піднято вище</numerusform>
            <numerusform>%Ln підпорядковані події піднято вище</numerusform>
            <numerusform>%Ln підпорядкованих подій піднято вище</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>nothing spoke of it</source>
        <translation>ніщо про нього не говорило</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>“{name}” was deleted: {what}.</source>
        <translation>Запис «{name}» видалено: {what}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Deleting “{name}”</source>
        <translation>Видалення «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Save the passages of the record</source>
        <translation>Зберегти уривки запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Tables (*.csv)</source>
        <translation>Таблиці (*.csv)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>record.csv</source>
        <translation>zapys.csv</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Saving {name}</source>
        <translation>Збереження: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>The passages of “{name}” were saved as {path}.</source>
        <translation>Уривки запису «{name}» збережено як {path}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/curating.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
</context>
<context>
    <name>DamageNotes</name>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no UTF-8</source>
        <translation>це не UTF-8</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is not UTF-8</source>
        <translation>це не UTF-8</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is not UTF-8, at byte {number}</source>
        <translation>це не UTF-8, байт {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is not written in UTF-8</source>
        <translation>файл не в UTF-8</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it holds bytes that no text has</source>
        <translation>там байти, яких у тексті не буває</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is not a text</source>
        <translation>це не текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is {what}</source>
        <translation>це {what}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>export the library as Zotero RDF with its files, as CSL JSON or as RIS</source>
        <translation>експортуйте бібліотеку як Zotero RDF разом із файлами, як CSL JSON або як RIS</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an RTF document</source>
        <translation>документ RTF</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an old Microsoft Office document</source>
        <translation>документ старого Microsoft Office</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is an old Microsoft Office document</source>
        <translation>це документ старого Microsoft Office</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is a document of Microsoft Office, of a kind that is not read</source>
        <translation>це документ Microsoft Office, вид якого не читається</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is a document of type {type}</source>
        <translation>це документ типу {type}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a ZIP archive, or a document in one</source>
        <translation>архів ZIP або документ у ньому</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an empty ZIP archive</source>
        <translation>порожній архів ZIP</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a 7-Zip archive</source>
        <translation>архів 7-Zip</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a gzip archive</source>
        <translation>архів gzip</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an XZ archive</source>
        <translation>архів XZ</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a Zstandard archive</source>
        <translation>архів Zstandard</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an SQLite database</source>
        <translation>база даних SQLite</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an MP3 recording</source>
        <translation>запис MP3</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an Ogg recording</source>
        <translation>запис Ogg</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a recording or a WebP image</source>
        <translation>запис або зображення WebP</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a film or a recording</source>
        <translation>фільм або запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a document of an old Word</source>
        <translation>документ старого Word</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a workbook of an old Excel</source>
        <translation>книга старого Excel</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a presentation of an old PowerPoint</source>
        <translation>презентація старого PowerPoint</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an Excel workbook in which no sheet of annotations was found</source>
        <translation>книга Excel, у якій не знайдено аркуша позначок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an Excel workbook</source>
        <translation>книга Excel</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a PowerPoint presentation</source>
        <translation>презентація PowerPoint</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a document of Word in XML</source>
        <translation>документ Word у XML</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a workbook of Excel in XML</source>
        <translation>книга Excel у XML</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>no reader takes “{ending}”</source>
        <translation>«{ending}» ніщо не читає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it has no text in it</source>
        <translation>у ньому немає тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>no page of a book was found in it</source>
        <translation>у ньому не знайдено жодної сторінки книжки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it cannot be made out as a feed ({error})</source>
        <translation>стрічки в ньому не розпізнано ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is not JSON ({error})</source>
        <translation>це не JSON ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no JSON ({error})</source>
        <translation>це не JSON ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no JSON</source>
        <translation>це не JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no JSON object: {why}</source>
        <translation>це не об’єкт JSON: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no entity: {why}</source>
        <translation>це не сутність: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no MessagePack ({error})</source>
        <translation>це не MessagePack ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no page ({error})</source>
        <translation>це не сторінка ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is not a regular file</source>
        <translation>це не звичайний файл</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the letter has more than {count} lines</source>
        <translation>у листі понад {count} рядків</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its parts lie too deep within each other</source>
        <translation>його частини надто глибоко одна в одній</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it would grow to more than {count} bytes</source>
        <translation>виросло б до понад {count} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it cannot be unpacked</source>
        <translation>не розпаковується</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it cannot be unpacked ({error})</source>
        <translation>не розпаковується ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it cannot be read as a tar file ({error})</source>
        <translation>не читається як файл tar ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” in it cannot be read ({error})</source>
        <translation>«{name}» у ньому не читається ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” in it cannot be read</source>
        <translation>«{name}» у ньому не читається</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it holds more than {count} files</source>
        <translation>у ньому понад {count} файлів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is missing in it</source>
        <translation>у ньому бракує «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is missing</source>
        <translation>бракує «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” in it would grow to {count} bytes</source>
        <translation>«{name}» у ньому виріс би до {count} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” in it cannot be unpacked ({error})</source>
        <translation>«{name}» у ньому не розпаковується ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” in it is not what was packed</source>
        <translation>«{name}» у ньому не те, що було запаковано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is packed in a way that is not read</source>
        <translation>«{name}» стиснуто способом, який не читається</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is cut off</source>
        <translation>обірвано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it breaks off</source>
        <translation>обривається</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no ZIP file, or only a part of one</source>
        <translation>це не ZIP або лише його частина</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no zip file, or only a part of one</source>
        <translation>це не zip або лише його частина</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is a zip bomb: it would grow to {count} bytes</source>
        <translation>це zip-бомба: виросла б до {count} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is a zip bomb: it would grow to more than {count} bytes</source>
        <translation>це zip-бомба: виросла б до понад {count} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is a zip bomb: “{name}” would grow to {count} bytes</source>
        <translation>це zip-бомба: «{name}» виріс би до {count} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>files in it lie over each other</source>
        <translation>файли в ньому накладаються</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its header is not where it should be</source>
        <translation>його заголовок не там, де має бути</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>two files in it have the same name</source>
        <translation>два файли в ньому мають одну назву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the name “{name}” in it {problem}</source>
        <translation>назва «{name}» у ньому {problem}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the name “{name}” of a file in it {problem}</source>
        <translation>назва файлу «{name}» у ньому {problem}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” in it {problem}</source>
        <translation>«{name}» у ньому {problem}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>is no file name</source>
        <translation>не є назвою файлу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>is an absolute path</source>
        <translation>є абсолютним шляхом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>holds a backslash</source>
        <translation>містить зворотну скісну</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>points at somebody's home folder</source>
        <translation>вказує на чиюсь домашню теку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>leads out of it</source>
        <translation>веде назовні</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>is no plain path</source>
        <translation>не є простим шляхом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>is the name of a device</source>
        <translation>є назвою пристрою</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>is a symbolic link</source>
        <translation>є символічним посиланням</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>is no file</source>
        <translation>не є файлом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it {problem}, so it was not read</source>
        <translation>{problem}, тож не прочитано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>Left out, as it {problem}.</source>
        <translation>Пропущено, бо {problem}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is a symbolic link</source>
        <translation>«{name}» — символічне посилання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is encrypted</source>
        <translation>зашифровано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it has no pages</source>
        <translation>у ньому немає сторінок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>no PDF could be made out in it</source>
        <translation>PDF у ньому не розпізнано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its document type is long or without end</source>
        <translation>його тип документа задовгий або без кінця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its document type declares the entity “{name}”</source>
        <translation>його тип документа оголошує сутність «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its entity “{name}” stands for another file</source>
        <translation>його сутність «{name}» стоїть замість іншого файлу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its entity “{name}” may grow without end</source>
        <translation>його сутність «{name}» може рости без кінця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its entity “{name}” grows without end</source>
        <translation>його сутність «{name}» росте без кінця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is not well-formed</source>
        <translation>неправильно побудовано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it holds no XML</source>
        <translation>у ньому немає XML</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it declares a document type</source>
        <translation>оголошує тип документа</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it says that its encoding is “{name}”, which is none</source>
        <translation>каже, що його кодування «{name}», а такого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>{where} it is not written in {encoding}, as it should be</source>
        <translation>{where}: не в {encoding}, як має бути</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>near byte {number}</source>
        <translation>біля байта {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no SQLite database, or it is encrypted</source>
        <translation>це не база SQLite або її зашифровано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>another program still has it open, as “{name}” beside it says</source>
        <translation>її ще відкрито в іншій програмі, як каже «{name}» поряд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its rows hold more than the whole file</source>
        <translation>її рядки більші за весь файл</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>reading it comes to no end</source>
        <translation>читання не доходить кінця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its schema does more than to hold tables ({error})</source>
        <translation>її схема робить більше, ніж тримає таблиці ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no JSON object</source>
        <translation>це не об’єкт JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is nested too deeply</source>
        <translation>надто глибоко вкладено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it nests too deeply</source>
        <translation>надто глибоко вкладено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>something follows its end</source>
        <translation>після кінця ще щось є</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>more follows after its end</source>
        <translation>після кінця ще щось є</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a key is no text</source>
        <translation>ключ — не текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>{name} is no number</source>
        <translation>{name} — не число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it has “{found}” where “{wanted}” has to be</source>
        <translation>там «{found}», де має бути «{wanted}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a line has more than {count} bytes</source>
        <translation>рядок має понад {count} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a value has more than {count} characters</source>
        <translation>значення має понад {count} знаків</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is one object of more than {count} bytes</source>
        <translation>це один об’єкт на понад {count} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it begins as {encoding} and is not</source>
        <translation>починається як {encoding}, а не є ним</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>{error}; what follows could not be read</source>
        <translation>{error}; далі прочитати не вдалося</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it has no “{name}”</source>
        <translation>немає «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{name}” is not {what}</source>
        <translation>«{name}» — не {what}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a list of texts</source>
        <translation>список текстів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a whole number</source>
        <translation>ціле число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a urn:uuid</source>
        <translation>urn:uuid</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a date and time</source>
        <translation>дата й час</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an object</source>
        <translation>об’єкт</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>an object or a list of them</source>
        <translation>об’єкт або їх список</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a value without NUL that is not nested too deeply</source>
        <translation>значення без NUL, не надто вкладене</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{name}” is empty</source>
        <translation>«{name}» порожнє</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{field}”: “{value}” is no kind of tag</source>
        <translation>«{field}»: «{value}» — не вид тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{field}”: “{value}” is no kind of record</source>
        <translation>«{field}»: «{value}» — не вид запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{field}”: “{value}” is no colour</source>
        <translation>«{field}»: «{value}» — не колір</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{field}”: “{value}” is no key</source>
        <translation>«{field}»: «{value}» — не клавіша</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{field}”: “{value}” is no name</source>
        <translation>«{field}»: «{value}» — не назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{field}”: “{value}” is no date</source>
        <translation>«{field}»: «{value}» — не дата</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{value}” is no date</source>
        <translation>«{value}» — не дата</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{value}” is no possible {what}</source>
        <translation>«{value}» — неможливе значення: {what}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it has no folder “data”</source>
        <translation>у ньому немає теки «data»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it has no manifest of its files</source>
        <translation>у ньому немає переліку його файлів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” has been changed: it does not agree with “{other}”</source>
        <translation>«{name}» змінено: не збігається з «{other}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it says that it holds {size} (bytes.files), but it does not</source>
        <translation>каже, що містить {size} (байти.файли), а це не так</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it follows BagIt {version}, which is not known</source>
        <translation>він за BagIt {version}, чого ця програма не знає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is not written in {encoding}</source>
        <translation>«{name}» не в {encoding}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the algorithm of “{name}” is not known</source>
        <translation>алгоритм «{name}» невідомий</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” has a malformed line: “{line}”</source>
        <translation>у «{name}» хибний рядок: «{line}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” lists “{other}” twice</source>
        <translation>«{name}» перелічує «{other}» двічі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” lists “{other}”, which does not belong there</source>
        <translation>«{name}» перелічує «{other}», чому там не місце</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is not listed in “{other}”</source>
        <translation>«{name}» немає в «{other}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is in no manifest</source>
        <translation>«{name}» немає в жодному переліку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{name}” is malformed</source>
        <translation>його «{name}» хибний</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{name}” would write “{other}”</source>
        <translation>його «{name}» записав би «{other}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is no text with LF line ends</source>
        <translation>це не текст із кінцями рядків LF</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is a bag of something else, without “{name}”</source>
        <translation>це пакунок чогось іншого, без «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it is another format</source>
        <translation>це інший формат</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>article {id} is there twice</source>
        <translation>стаття {id} там двічі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>annotation {id} is there twice</source>
        <translation>позначка {id} там двічі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>record {id} is there twice</source>
        <translation>запис {id} там двічі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>relation {id} is there twice</source>
        <translation>зв’язок {id} там двічі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the text of article {id} is not that of its revision</source>
        <translation>текст статті {id} не такий, як у її редакції</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>annotation {id} marks an article that is not there</source>
        <translation>позначка {id} стоїть у статті, якої немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>annotation {id} has a tag that is not there</source>
        <translation>позначка {id} має тег, якого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the quote of annotation {id} is not at its place</source>
        <translation>цитата позначки {id} не на місці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>annotation {id} is linked to a record that is not there</source>
        <translation>позначку {id} прив’язано до запису, якого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>annotation {id} is linked to a record of another kind</source>
        <translation>позначку {id} прив’язано до запису іншого виду</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is a part of itself</source>
        <translation>«{name}» — частина самого себе</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>two tags have the same id or name</source>
        <translation>два теги мають однаковий id або назву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it holds no item</source>
        <translation>там немає жодного запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it holds no object</source>
        <translation>там немає об’єкта</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its {name} is not of the time that was signed</source>
        <translation>{name} — не того часу, який підписано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its {name} is not what was sealed (by its digest)</source>
        <translation>{name} — не те, що було запечатано (за контрольною сумою)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” in it is not what its {other} says (by its digest)</source>
        <translation>«{name}» у ньому не те, що каже {other} (за контрольною сумою)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its {name} lists a file without a name</source>
        <translation>{name} перелічує файл без назви</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its {name} lists no files</source>
        <translation>{name} не перелічує файлів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its signature is not one of its {name}</source>
        <translation>його підпис не належить до {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it has no {name}, which says what belongs to a web archive</source>
        <translation>немає {name}, де сказано, що належить до вебархіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it would grow to more than {limit} bytes</source>
        <translation>виросло б до понад {limit} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its {what} cannot be kept in a file</source>
        <translation>{what} не можна зберегти у файлі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{name}” cannot be read ({error})</source>
        <translation>«{name}» не читається ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>relation {id} joins something with itself</source>
        <translation>зв’язок {id} з’єднує щось із самим собою</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>relation {id} joins {type} {target}, which is not there</source>
        <translation>зв’язок {id} з’єднує {type} {target}, чого там немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the attributes of annotation {id}: {why}</source>
        <translation>атрибути позначки {id}: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the parent of “{name}” is no event that is there</source>
        <translation>те, частиною чого є «{name}», — не подія, яка там є</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the tag “{name}” has no possible parent</source>
        <translation>тег «{name}» не має можливого батьківського</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>the tag “{name}” is part of “{parent}”, which is not in it</source>
        <translation>тег «{name}» — частина «{parent}», чого там немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” in its “{manifest}” {problem}</source>
        <translation>«{name}» у його «{manifest}» {problem}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is not the file that it has to be</source>
        <translation>«{name}» — не той файл, яким має бути</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{name}”: “{kind}” until “{until}” is none</source>
        <translation>«{name}»: «{kind}» до «{until}» — такого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its “{name}”: “{type}” is nothing that a relation joins</source>
        <translation>«{name}»: «{type}» — не те, що з’єднує зв’язок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>{why} ({count} times)</source>
        <translation>{why} (разів: {count})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}”: {why}</source>
        <translation>«{name}»: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>article {id}: {why}</source>
        <translation>стаття {id}: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>tag {id}: {why}</source>
        <translation>тег {id}: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>“{name}” is larger than {limit} bytes</source>
        <translation>«{name}» більший за {limit} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it has {count} columns; at most {limit} are read</source>
        <translation>стовпців {count}; читається щонайбільше {limit}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its first line has more than {count} characters</source>
        <translation>перший рядок має понад {count} знаків</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its first line is no line of a table</source>
        <translation>перший рядок — не рядок таблиці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its first line names no column “{name}”</source>
        <translation>перший рядок не називає стовпця «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its external ids are no JSON object of texts</source>
        <translation>id деінде — не об’єкт JSON із текстами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>its roles are no list of objects with title, organisation, since and until</source>
        <translation>ролі — не список об’єктів із title, organisation, since та until</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>it does not hold all that was written</source>
        <translation>там не все, що було записано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/damage_notes.py"/>
        <source>a codebook ends in {names}</source>
        <translation>кодова книга закінчується на {names}</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <location filename="../../archivist/ui/forms/date_field.py"/>
        <source>2022-01-08, 2022-01 or 2022</source>
        <translation>2022-01-08, 2022-01 або 2022</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/forms/date_field.py"/>
        <source>Not a date. Write 2022-01-08, 2022-01, 2022, 2022? or 2022-01-05/2022-01-08.</source>
        <translation>Це не дата. Запишіть 2022-01-08, 2022-01, 2022, 2022? або 2022-01-05/2022-01-08.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <location filename="../../archivist/ui/deciding.py"/>
        <source>Comparing {name}</source>
        <translation>Порівняння з {name}</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <location filename="../../archivist/ui/desk.py"/>
        <source>These words are not linked to a record.</source>
        <translation>Ці слова не прив’язано до запису.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/desk.py"/>
        <source>{key} chooses one.</source>
        <translation>{key} — вибрати запис.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/desk.py"/>
        <source>That was the last hit of the search.</source>
        <translation>Це був останній збіг пошуку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/desk.py"/>
        <source>That was the first hit of the search.</source>
        <translation>Це був перший збіг пошуку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/desk.py"/>
        <source>a network folder</source>
        <translation>мережева тека</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/desk.py"/>
        <source>a folder that is synchronised</source>
        <translation>синхронізована тека</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/desk.py"/>
        <source>This archive lies in {place} ({name}), where it may be damaged.</source>
        <translation>Архів лежить у ненадійному місці — {place} ({name}): там його може бути пошкоджено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/desk.py"/>
        <source>Close it and move its folder to a disk of this computer.</source>
        <translation>Закрийте його й перенесіть теку на диск цього комп’ютера.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <location filename="../../archivist/ui/desktop.py"/>
        <source>Rescue…</source>
        <translation>Врятувати…</translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Added by {who}, {when}</source>
        <translation>Додано: {who}, {when}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Counted</source>
        <translation>Що пораховано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>killed</source>
        <translation>загиблі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Of whom</source>
        <translation>Кого саме</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>police officers</source>
        <translation>поліціянти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Unit</source>
        <translation>Одиниця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>people, km, euros</source>
        <translation>осіб, км, євро</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>town, country</source>
        <translation>місто, країна</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Part of</source>
        <translation>Частина від</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>What is worth knowing about it</source>
        <translation>Що про це варто знати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>not said</source>
        <translation>не сказано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>protest, meeting, flood</source>
        <translation>протест, зустріч, повінь</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Further name</source>
        <translation>Ще одна назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>further name</source>
        <translation>ще одна назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Its language</source>
        <translation>Її мова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>uk, ru, en</source>
        <translation>uk, ru, en</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Add a name</source>
        <translation>Додати назву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Also called</source>
        <translation>Інші назви</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Role</source>
        <translation>Посада</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>minister</source>
        <translation>міністр</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Organisation</source>
        <translation>Організація</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>of what</source>
        <translation>чого саме</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Since</source>
        <translation>Відколи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>since</source>
        <translation>відколи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Until</source>
        <translation>Доки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>until</source>
        <translation>доки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Add a role</source>
        <translation>Додати посаду</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Roles</source>
        <translation>Посади</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Scheme</source>
        <translation>Схема</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Id in this scheme</source>
        <translation>Ідентифікатор у цій схемі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Add an id</source>
        <translation>Додати ідентифікатор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/details.py"/>
        <source>Known elsewhere as</source>
        <translation>Відомий деінде як</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <location filename="../../archivist/ui/duplicates/difference_view.py"/>
        <source>What differs</source>
        <translation>Відмінності</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/difference_view.py"/>
        <source>More differs further on.</source>
        <translation>Далі є ще відмінності.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/difference_view.py"/>
        <source>The text goes on.</source>
        <translation>Далі текст продовжується.</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <location filename="../../archivist/ui/agreement/differences_model.py"/>
        <source>nothing</source>
        <translation>нічого</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/differences_model.py"/>
        <source>Settled</source>
        <translation>Узгоджено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/differences_model.py"/>
        <source>They differ in</source>
        <translation>У чому розбіжність</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/differences_model.py"/>
        <source>one marked nothing</source>
        <translation>хтось нічого не позначив</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/differences_model.py"/>
        <source>tag</source>
        <translation>тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/differences_model.py"/>
        <source>edges</source>
        <translation>межі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/differences_model.py"/>
        <source>record</source>
        <translation>запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/differences_model.py"/>
        <source>attributes</source>
        <translation>атрибути</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/differences_model.py"/>
        <source>not settled</source>
        <translation>не узгоджено</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Origin not known</source>
        <translation>Джерело невідоме</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>%n more of the same story</source>
        <translation>
            <numerusform>ще %n з того самого матеріалу</numerusform>
            <numerusform>ще %n з того самого матеріалу</numerusform>
            <numerusform>ще %n з того самого матеріалу</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>No other article has this text.</source>
        <translation>Жодна інша стаття не має цього тексту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Comparing…</source>
        <translation>Порівняння…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>The texts are equal, to the letter.</source>
        <translation>Тексти однакові, літера в літеру.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>These two have little in common; they are together by way of others, or by your word.</source>
        <translation>Спільного в них мало; їх об’єднують інші статті або ваше рішення.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>The same words.</source>
        <translation>Ті самі слова.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>The same words; only capitals, punctuation or blanks differ.</source>
        <translation>Ті самі слова; різняться лише великі літери, розділові знаки або пробіли.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>The one is contained in the other: {percent} % of the shorter.</source>
        <translation>Один текст міститься в іншому: {percent} % коротшого.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Nearly the same: {percent} % in common.</source>
        <translation>Майже те саме: {percent} % спільного.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>and %n more</source>
        <translation>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Figures that differ: {changes}</source>
        <translation>Числа, що різняться: {changes}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>The same story</source>
        <translation>Той самий матеріал</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Other articles of the same story</source>
        <translation>Інші статті того самого матеріалу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Struck out is what only this article has, marked what only the other has.</source>
        <translation>Закреслено те, що є лише в цій статті; виділено те, що є лише в іншій.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>This article</source>
        <translation>Ця стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>The other</source>
        <translation>Інша</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Outlet</source>
        <translation>Видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Published</source>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Byline</source>
        <translation>Автор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>&amp;Open</source>
        <translation>&amp;Відкрити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicates/dialog.py"/>
        <source>&amp;Not the same</source>
        <translation>&amp;Не той самий</translation>
    </message>
</context>
<context>
    <name>Duplicating</name>
    <message>
        <location filename="../../archivist/ui/duplicating.py"/>
        <source>No other article has this text.</source>
        <translation>Жодна інша стаття не має цього тексту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicating.py"/>
        <source>Select the articles that are one text, then try again.</source>
        <translation>Виберіть статті, що є одним текстом, і спробуйте ще раз.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/duplicating.py"/>
        <source>%n articles are one text now.</source>
        <translation>
            <numerusform>%n стаття тепер — один текст.</numerusform>
            <numerusform>%n статті тепер — один текст.</numerusform>
            <numerusform>%n статей тепер — один текст.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicating.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/duplicating.py"/>
        <source>The two articles are not one text now.</source>
        <translation>Ці дві статті тепер не є одним текстом.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>Import files…</source>
        <translation>Імпортувати файли…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>Clear the filters</source>
        <translation>Скинути фільтри</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>No articles yet</source>
        <translation>Статей ще немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>Import saved pages and texts, drop them here, or paste an article with Ctrl+V.</source>
        <translation>Імпортуйте збережені сторінки й тексти, перетягніть їх сюди або вставте статтю, натиснувши Ctrl+V.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>No article passes all the filters</source>
        <translation>Жодна стаття не проходить крізь усі фільтри</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>Filters of one kind widen the list, those of different kinds narrow it.</source>
        <translation>Фільтри одного виду розширюють список, фільтри різних видів звужують його.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>The search index is still being brought up to date; what it finds will appear here.</source>
        <translation>Пошуковий покажчик іще оновлюється; знайдене з’явиться тут.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>Every inflected form was looked for. These searches find something:</source>
        <translation>Шукали кожну словоформу. Щось знаходять такі пошуки:</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>Perhaps the filters keep it back.</source>
        <translation>Можливо, це приховують фільтри.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>Every inflected form was looked for. Try fewer words, OR between them, or a star: казах*</source>
        <translation>Шукали кожну словоформу. Спробуйте менше слів, OR між ними або зірочку: казах*</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/empty.py"/>
        <source>Nothing found for “{query}”</source>
        <translation>За запитом «{query}» нічого не знайдено</translation>
    </message>
</context>
<context>
    <name>EncodingField</name>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>Find out from the file</source>
        <translation>Визначити з файлу</translation>
    </message>
</context>
<context>
    <name>ErrorWording</name>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is not an Archivist archive.</source>
        <translation>«{path}» не є архівом Archivist.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose a folder that holds an archive.db, or make a new archive.</source>
        <translation>Виберіть теку з файлом archive.db або створіть новий архів.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is not empty, so no archive was made in it.</source>
        <translation>Тека «{path}» не порожня, тому архів у ній не створено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose an empty or a new folder, or open the archive that is there.</source>
        <translation>Виберіть порожню чи нову теку або відкрийте архів, що там є.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is already open in another Archivist ({holder}).</source>
        <translation>«{path}» уже відкрито в іншому Archivist ({holder}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Close it there, then try again.</source>
        <translation>Закрийте його там і спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” was written by a newer Archivist (its schema is {found}, this program knows {known}).</source>
        <translation>«{path}» записав новіший Archivist (схема архіву {found}, ця програма знає {known}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Update Archivist; the archive was left as it is.</source>
        <translation>Оновіть Archivist; архів залишено без змін.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” cannot be written to.</source>
        <translation>У «{path}» неможливо записувати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Check the permissions of the folder, or copy the archive to a place of your own.</source>
        <translation>Перевірте права доступу до теки або скопіюйте архів у власне місце.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The database of “{path}” is damaged: {detail}.</source>
        <translation>Базу даних «{path}» пошкоджено: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Leave the folder as it is. Restore the newest backup, or rescue what can be read.</source>
        <translation>Залиште теку як є. Відновіть найновішу резервну копію або врятуйте те, що ще читається.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is busy with another job, so nothing was changed.</source>
        <translation>«{path}» зайнято іншим завданням, тому нічого не змінено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Wait for the job to end, then try again.</source>
        <translation>Дочекайтеся кінця завдання й спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The disk that holds “{path}” is full, so this was not kept.</source>
        <translation>Диск, на якому лежить «{path}», заповнено, тому це не збережено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Free some space, then try again.</source>
        <translation>Звільніть місце й спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” could not be read or written: {detail}.</source>
        <translation>«{path}» не вдалося прочитати або записати: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Check the disk and its connection, then try again.</source>
        <translation>Перевірте диск та його з’єднання й спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” lies inside the archive, where a backup would be lost along with it.</source>
        <translation>«{path}» лежить усередині архіву, де копія загинула б разом із ним.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose a folder on another disk.</source>
        <translation>Виберіть теку на іншому диску.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The backup in “{path}” was not whole when it was read again: {detail}.</source>
        <translation>Резервна копія в «{path}» під час перечитування виявилася неповною: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Older backups were left as they are. Check the disk, or choose another one.</source>
        <translation>Давніші копії залишено як є. Перевірте диск або виберіть інший.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” was not restored: {detail}.</source>
        <translation>«{path}» не відновлено: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose another backup of the archive; nothing was changed.</source>
        <translation>Виберіть іншу резервну копію архіву; нічого не змінено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{what}” stopped before it was done (exit code {code}).</source>
        <translation>«{what}» зупинилося, не завершившись (код виходу {code}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Start it again; the archive was left whole.</source>
        <translation>Запустіть знову; архів залишився цілим.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The article is no longer in this archive.</source>
        <translation>Цієї статті вже немає в архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>If it was deleted, undo brings it back.</source>
        <translation>Якщо її видалено, скасування поверне її.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{reference}” begins the ids of {count} articles.</source>
        <translation>З «{reference}» починаються ідентифікатори кількох статей ({count}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Give more letters of the id.</source>
        <translation>Наведіть більше знаків ідентифікатора.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{reference}” begins the ids of {count} annotations.</source>
        <translation>З «{reference}» починаються ідентифікатори кількох позначок ({count}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The annotation is no longer in this archive.</source>
        <translation>Цієї позначки вже немає в архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{title}” got another text while you corrected this one.</source>
        <translation>«{title}» отримала інший текст, поки ви виправляли цей.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Copy what you typed, close this and correct the new text.</source>
        <translation>Скопіюйте введене, закрийте це вікно й виправте новий текст.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{title}” got another text while you looked at its older ones.</source>
        <translation>«{title}» отримала інший текст, поки ви дивилися давніші.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Open its texts again.</source>
        <translation>Відкрийте її тексти ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The article has no text “{reference}”.</source>
        <translation>У статті немає тексту «{reference}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The import profile “{name}” is no longer kept in the archive.</source>
        <translation>Профілю імпорту «{name}» уже немає в архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Undo brings it back.</source>
        <translation>Його поверне скасування.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The import profile “{name}” cannot be used: {detail}.</source>
        <translation>Профіль імпорту «{name}» неможливо застосувати: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose the columns anew and save it again.</source>
        <translation>Виберіть стовпці заново й збережіть його ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” has no column that looks like the text of articles; it has {columns}.</source>
        <translation>У «{path}» немає стовпця, схожого на текст статей; є такі: {columns}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>If one of them is the text, choose it with “Columns…” when you import the file.</source>
        <translation>Якщо текст — в одному з них, виберіть його через «Стовпці…», коли імпортуєте файл.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The search “{name}” is no longer kept in the archive.</source>
        <translation>Збереженого пошуку «{name}» уже немає в архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The collection “{name}” is no longer in this archive.</source>
        <translation>Добірки «{name}» уже немає в архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The tag “{name}” is not in the codebook.</source>
        <translation>Тегу «{name}» немає в кодовій книзі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Add it in the codebook, or undo if it was deleted.</source>
        <translation>Додайте його до кодової книги або скасуйте дію, якщо його видалено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The name “{name}” is already taken by another {what}.</source>
        <translation>Назва «{name}» уже зайнята ({what}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose another name.</source>
        <translation>Виберіть іншу назву.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The key “{shortcut}” already belongs to the tag “{tag}”.</source>
        <translation>Клавіша «{shortcut}» уже належить тегу «{tag}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose another key, or take it from that tag first.</source>
        <translation>Виберіть іншу клавішу або спершу заберіть її в того тегу.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{value}” is not a possible {what}.</source>
        <translation>Значення «{value}» тут неможливе ({what}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Possible: {possible}.</source>
        <translation>Можливі: {possible}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{value}” can be read as two numbers.</source>
        <translation>«{value}» можна прочитати як два різні числа.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Write {possible}.</source>
        <translation>Напишіть: {possible}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{value}” is not a date that can be understood.</source>
        <translation>«{value}» — не дата, яку можна зрозуміти.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Write it as 2022-01-08, 2022-01, 2022, 2022-01-05/2022-01-08 or another EDTF date.</source>
        <translation>Запишіть її як 2022-01-08, 2022-01, 2022, 2022-01-05/2022-01-08 або іншу дату EDTF.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{value}” is not in the calendar.</source>
        <translation>«{value}» немає в календарі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Check the month and the day.</source>
        <translation>Перевірте місяць і день.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{value}” ends before it begins.</source>
        <translation>«{value}» закінчується раніше, ніж починається.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Write the earlier date first.</source>
        <translation>Спершу пишіть ранішу дату.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>There is nothing to undo.</source>
        <translation>Нема чого скасовувати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>There is nothing to redo.</source>
        <translation>Нема чого повторювати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{action}” cannot be taken back, because what it changed has been changed again since.</source>
        <translation>Дію «{action}» неможливо скасувати, бо змінене нею відтоді змінили знову.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Undo the later change first.</source>
        <translation>Спершу скасуйте пізнішу зміну.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>There is no step {step} in the history.</source>
        <translation>Кроку {step} в історії немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Open the history, and choose another.</source>
        <translation>Відкрийте історію й виберіть інший.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{action}” cannot be undone: {why}.</source>
        <translation>«{action}» не можна скасувати: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Undo what came later first; the history shows it.</source>
        <translation>Спершу скасуйте пізніше; його показує історія.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{action}” was undone while it was still going on, so it stopped.</source>
        <translation>Дію «{action}» скасували, поки вона ще тривала, тому вона зупинилася.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Start it again; what it had done by then is undone.</source>
        <translation>Почніть її знову; те, що вона встигла зробити, скасовано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>No record “{reference}” is in this archive.</source>
        <translation>Запису «{reference}» немає в цьому архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{reference}” may mean {count} records.</source>
        <translation>«{reference}» може означати кілька записів ({count}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose one of them from the list.</source>
        <translation>Виберіть один із них у списку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{reference}” begins the ids of {count} relations.</source>
        <translation>З «{reference}» починаються ідентифікатори кількох зв’язків ({count}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{what}” is of kind {kind}, but “{record}” is of kind {record_kind}.</source>
        <translation>Вид «{what}» — {kind}, а вид «{record}» — {record_kind}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose a record of kind {kind}.</source>
        <translation>Виберіть запис такого виду: {kind}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{part}” cannot be a part of “{whole}”, as that would make it a part of itself.</source>
        <translation>«{part}» не може бути частиною «{whole}», бо тоді стане частиною самої себе.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose another one that it is a part of, or change what “{whole}” is a part of first.</source>
        <translation>Виберіть щось інше, частиною чого це є, або спершу змініть, частиною чого є «{whole}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{name}” cannot be merged with itself.</source>
        <translation>«{name}» неможливо об’єднати з самим собою.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose another record to merge it with.</source>
        <translation>Виберіть інший запис для об’єднання.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” was not loaded: {detail}.</source>
        <translation>«{path}» не завантажено: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>A registry is a table with a column “name”, or FollowTheMoney, one JSON object a line.</source>
        <translation>Реєстр — це таблиця зі стовпцем «name» або FollowTheMoney, по одному об’єкту JSON у рядку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The relation is no longer in this archive.</source>
        <translation>Цього зв’язку вже немає в архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>It, or what it joins, may have been deleted; undo brings it back.</source>
        <translation>Його або те, що він поєднує, могли видалити; це поверне скасування.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The relation was not made, as one of its ends is no longer in this archive.</source>
        <translation>Зв’язок не створено, бо одного з його кінців уже немає в архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{name}” cannot be related to itself.</source>
        <translation>«{name}» неможливо зв’язати з самим собою.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose another annotation or record as the other end.</source>
        <translation>Виберіть іншим кінцем іншу позначку чи інший запис.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{source}” and “{target}” are already related as “{type}”.</source>
        <translation>«{source}» і «{target}» уже зв’язано як «{type}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose another type, or edit the relation that is there.</source>
        <translation>Виберіть інший тип або змініть наявний зв’язок.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The place {start}:{end} is not inside the text, which has {length} characters.</source>
        <translation>Місця {start}:{end} немає в тексті, довжина якого — {length} символів.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Select the words again.</source>
        <translation>Виділіть слова ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The place {start}:{end} cuts a character that the reader sees as one.</source>
        <translation>Місце {start}:{end} розтинає знак, який читач бачить як один.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Select the words again, with the whole of their last character.</source>
        <translation>Виділіть слова ще раз, разом з усім останнім знаком.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>At {start}:{end} the text says “{found}”, not “{quote}”.</source>
        <translation>На місці {start}:{end} у тексті «{found}», а не «{quote}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Occurrence {occurrence} of “{quote}” is not there: the text has {found}.</source>
        <translation>Вживання {occurrence} слів «{quote}» немає: у тексті їх {found}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Select the words in the article.</source>
        <translation>Виділіть слова в статті.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” could not be read: {detail}.</source>
        <translation>«{path}» не вдалося прочитати: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Check that the file exists and that you may open it.</source>
        <translation>Перевірте, чи файл існує та чи маєте право його відкрити.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is empty.</source>
        <translation>«{path}» порожній.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Save the text again and choose the new file.</source>
        <translation>Збережіть текст ще раз і виберіть новий файл.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>There is no file to import in “{path}”.</source>
        <translation>У «{path}» немає файлу для імпорту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose another folder; hidden files are imported where they are chosen themselves.</source>
        <translation>Виберіть іншу теку; приховані файли імпортуються, якщо вибрати їх самі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is not a text file: {detail}.</source>
        <translation>«{path}» — не текстовий файл: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>If it is text in an unusual encoding, import it again and choose the encoding.</source>
        <translation>Якщо це текст у незвичному кодуванні, імпортуйте його ще раз і виберіть кодування.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is of a format that is not read: {detail}.</source>
        <translation>«{path}» має формат, який не читається: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Open it in its own program, copy the article and paste it here.</source>
        <translation>Відкрийте його в програмі, для якої його створено, скопіюйте статтю й вставте її тут.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is {kind}, which is not read.</source>
        <translation>«{path}» — це {kind}, такі файли не читаються.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Open it in LibreOffice, save it as {instead}, and import that.</source>
        <translation>Відкрийте його в LibreOffice, збережіть як {instead} й імпортуйте.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” has {size} bytes; at most {limit} are read.</source>
        <translation>«{path}» має {size} байтів; читається щонайбільше {limit}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Split the file, then import its parts.</source>
        <translation>Поділіть файл і імпортуйте його частини.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is not written in {encoding}.</source>
        <translation>«{path}» записано не в кодуванні {encoding}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Let the encoding be detected, or choose another.</source>
        <translation>Дайте програмі визначити кодування або виберіть інше.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>No article text was found in “{path}”.</source>
        <translation>У «{path}» не знайдено тексту статті.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>If a browser or the program that made it shows one, copy that and paste it here.</source>
        <translation>Якщо його показує браузер або програма, що створила файл, скопіюйте його й вставте тут.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is damaged: {detail}.</source>
        <translation>«{path}» пошкоджено: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Get the file anew from where it came from.</source>
        <translation>Отримайте файл заново звідти, звідки він надійшов.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is protected by a password, so it was not read.</source>
        <translation>«{path}» захищено паролем, тому його не прочитано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Open it in the program that made it, save a copy without a password, and import the copy.</source>
        <translation>Відкрийте його в програмі, що його створила, збережіть копію без пароля й імпортуйте її.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” was refused: {detail}.</source>
        <translation>«{path}» відхилено: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Do not open it unless you trust where it came from.</source>
        <translation>Не відкривайте його, якщо не довіряєте джерелу.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” cannot be read without {what}.</source>
        <translation>«{path}» неможливо прочитати без {what}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Install it with “{command}”, then import the file again.</source>
        <translation>Установіть це командою «{command}» і імпортуйте файл ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” could not be read: reading it broke off ({detail}).</source>
        <translation>«{path}» не вдалося прочитати: читання обірвалося ({detail}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>If another program opens it, save it there in another format, then import that.</source>
        <translation>Якщо його відкриває інша програма, збережіть його в ній в іншому форматі й імпортуйте.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” was given up after {seconds} seconds, as reading it came to no end.</source>
        <translation>Читання «{path}» припинено через {seconds} с, бо воно не доходило кінця.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Split the file, or save it in a simpler format, then import that.</source>
        <translation>Поділіть файл або збережіть його в простішому форматі й імпортуйте.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” was given up, as reading it takes more than {limit} MB of memory.</source>
        <translation>Читання «{path}» припинено, бо потребує понад {limit} МБ пам’яті.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is no longer there, so the import stopped.</source>
        <translation>«{path}» уже немає на місці, тому імпорт зупинився.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Connect the drive again, then continue the import.</source>
        <translation>Під’єднайте диск знову й продовжте імпорт.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” could not be read as a page: {detail}.</source>
        <translation>«{path}» не вдалося прочитати як сторінку: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Save the page again, or copy the article and paste it here.</source>
        <translation>Збережіть сторінку ще раз або скопіюйте статтю й вставте її тут.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The query cannot be understood at position {position}: {problem}.</source>
        <translation>Запит незрозумілий у позиції {position}: {problem}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Write words, “a phrase”, AND, OR, NOT, word*, or field:value.</source>
        <translation>Пишіть слова, “фразу”, AND, OR, NOT, слово* або поле:значення.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The search index could not be used: {detail}.</source>
        <translation>Пошуковий покажчик не вдалося використати: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>It is built anew at the next start; the archive itself is not touched.</source>
        <translation>Його буде побудовано заново під час наступного запуску; самого архіву це не зачіпає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” is not a whole bundle: {detail}.</source>
        <translation>«{path}» — неповний пакунок: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Ask for a new copy of it; nothing was imported.</source>
        <translation>Попросіть нову копію; нічого не імпортовано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” was written by a newer Archivist (bundle version {found}; this program knows {known}).</source>
        <translation>«{path}» записано новішим Archivist (версія пакунків {found}; ця програма знає {known}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Update Archivist; nothing was imported.</source>
        <translation>Оновіть Archivist; нічого не імпортовано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Ask whoever gave it to you for a clean copy. Nothing was imported.</source>
        <translation>Попросіть чисту копію в того, хто його передав. Нічого не імпортовано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>“{path}” already exists, so nothing was written over it.</source>
        <translation>«{path}» уже існує, тому поверх нього нічого не записано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Choose another name, or move the old one away.</source>
        <translation>Виберіть іншу назву або приберіть старий файл.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>No article was found to export.</source>
        <translation>Не знайдено жодної статті для експорту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Widen the search, or choose the articles in the list.</source>
        <translation>Розширте пошук або виберіть статті в списку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>All of the articles that were chosen are under embargo or redacted ({count}), so nothing was exported.</source>
        <translation>Усі вибрані статті закриті або під ембарго ({count}), тому нічого не експортовано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Ask for restricted articles as well, or lift their restriction.</source>
        <translation>Увімкніть і статті з обмеженнями або зніміть обмеження.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>The export to “{path}” was not kept, as it did not read back as it was written: {detail}.</source>
        <translation>Експорт у «{path}» не збережено, бо прочитане з нього не збіглося із записаним: {detail}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/errors.py"/>
        <source>Export without that article or in another format, and report this: it is an error of the program.</source>
        <translation>Експортуйте без цієї статті або в іншому форматі й повідомте про це: це помилка програми.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Write a name without slashes.</source>
        <translation>Запишіть назву без скісних рисок.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>This folder does not exist. Choose another.</source>
        <translation>Такої теки немає. Виберіть іншу.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>“{name}” is there already. Choose another name; nothing is written over.</source>
        <translation>«{name}» там уже є. Виберіть іншу назву; поверх нічого не записується.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>It will be {path}</source>
        <translation>Буде створено {path}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>One zip file</source>
        <translation>Один файл zip</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>{ext} file</source>
        <translation>Файл {ext}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>A folder</source>
        <translation>Тека</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Export to</source>
        <translation>Куди експортувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Export</source>
        <translation>Експорт</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Ann&amp;otations</source>
        <translation>&amp;Позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>&amp;As</source>
        <translation>&amp;Як</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>&amp;In folder</source>
        <translation>&amp;У теці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>As</source>
        <translation>Як</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>In folder</source>
        <translation>У теці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Also those under embargo or redac&amp;ted</source>
        <translation>Також &amp;закриті та під ембарго</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Annotations</source>
        <translation>Позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>With some tags</source>
        <translation>З деякими тегами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Tags whose annotations are exported</source>
        <translation>Теги, позначки з якими експортуються</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>&amp;Selected in the list (%Ln)</source>
        <translation>
            <numerusform>&amp;Вибрані в списку (%Ln)</numerusform>
            <numerusform>&amp;Вибрані в списку (%Ln)</numerusform>
            <numerusform>&amp;Вибрані в списку (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>Shown &amp;by the search and the filters (%Ln)</source>
        <translation>
            <numerusform>По&amp;казані за пошуком і фільтрами (%Ln)</numerusform>
            <numerusform>По&amp;казані за пошуком і фільтрами (%Ln)</numerusform>
            <numerusform>По&amp;казані за пошуком і фільтрами (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/export.py"/>
        <source>A&amp;ll of the archive (%Ln)</source>
        <translation>
            <numerusform>Усі &amp;статті архіву (%Ln)</numerusform>
            <numerusform>Усі &amp;статті архіву (%Ln)</numerusform>
            <numerusform>Усі &amp;статті архіву (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <location filename="../../archivist/ui/exporting.py"/>
        <source>Exporting {name}</source>
        <translation>Експорт: {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/exporting.py"/>
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln стаття</numerusform>
            <numerusform>%Ln статті</numerusform>
            <numerusform>%Ln статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/exporting.py"/>
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln позначка</numerusform>
            <numerusform>%Ln позначки</numerusform>
            <numerusform>%Ln позначок</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/exporting.py"/>
        <source>Not carried over: {what}.</source>
        <translation>Не перенесено: {what}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/exporting.py"/>
        <source>Exported to {path}: {counts}.</source>
        <translation>Експортовано в {path}: {counts}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/exporting.py"/>
        <source>Show in its folder</source>
        <translation>Показати в теці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/exporting.py"/>
        <source>Losses…</source>
        <translation>Втрати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/exporting.py"/>
        <source>Losses of the export</source>
        <translation>Втрати під час експорту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/exporting.py"/>
        <source>What {name} does not hold</source>
        <translation>Чого не містить {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/exporting.py"/>
        <source>The export was stopped.</source>
        <translation>Експорт зупинено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/exporting.py"/>
        <source>Nothing was written.</source>
        <translation>Нічого не записано.</translation>
    </message>
</context>
<context>
    <name>FieldWording</name>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>&amp;Text</source>
        <translation>&amp;Текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>T&amp;itle</source>
        <translation>&amp;Заголовок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>&amp;Standfirst</source>
        <translation>&amp;Лід</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>&amp;Byline</source>
        <translation>&amp;Автор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>&amp;Outlet</source>
        <translation>&amp;Видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>S&amp;ection</source>
        <translation>&amp;Рубрика</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>&amp;Address</source>
        <translation>Адр&amp;еса</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>&amp;Language</source>
        <translation>&amp;Мова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>&amp;Published</source>
        <translation>&amp;Опубліковано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Capt&amp;ured</source>
        <translation>Збере&amp;жено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>I&amp;dentifier</source>
        <translation>&amp;Ідентифікатор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>value</source>
        <translation>значення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>at the least</source>
        <translation>щонайменше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>at the most</source>
        <translation>щонайбільше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>approximation</source>
        <translation>наближення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>unit</source>
        <translation>одиниця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>counted</source>
        <translation>що полічено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>claimant</source>
        <translation>хто твердить</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>as of</source>
        <translation>станом на</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>place</source>
        <translation>місце</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>words</source>
        <translation>слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>tag</source>
        <translation>тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>note</source>
        <translation>примітка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>attributes</source>
        <translation>атрибути</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>record</source>
        <translation>запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>state</source>
        <translation>стан</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>article</source>
        <translation>стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>original</source>
        <translation>оригінал</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>restriction</source>
        <translation>обмеження</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>provenance</source>
        <translation>походження</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>warnings</source>
        <translation>застереження</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>title</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>outlet</source>
        <translation>видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>byline</source>
        <translation>автор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>section</source>
        <translation>рубрика</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>address</source>
        <translation>адреса</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>published</source>
        <translation>дата публікації</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>captured</source>
        <translation>дата збереження з мережі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>imported</source>
        <translation>дата імпорту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>language</source>
        <translation>мова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>name</source>
        <translation>назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>colour</source>
        <translation>колір</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>key</source>
        <translation>клавіша</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>part of</source>
        <translation>є частиною</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>description</source>
        <translation>опис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>further names</source>
        <translation>інші назви</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>roles</source>
        <translation>посади</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>ids elsewhere</source>
        <translation>зовнішні ідентифікатори</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>type</source>
        <translation>тип</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>location</source>
        <translation>місце</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>of whom</source>
        <translation>кого саме</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>from</source>
        <translation>від</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/field_wording.py"/>
        <source>to</source>
        <translation>до</translation>
    </message>
</context>
<context>
    <name>FigureFields</name>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>or from</source>
        <translation>або від</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>Unit</source>
        <translation>Одиниця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>people, km, euros</source>
        <translation>осіб, км, євро</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>Of what</source>
        <translation>Чого саме</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>wounded police officers</source>
        <translation>поранених поліціянтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>Says who</source>
        <translation>Хто каже</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>interior ministry</source>
        <translation>міністерство внутрішніх справ</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>As of</source>
        <translation>Станом на</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>Approximation</source>
        <translation>Наближення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>From</source>
        <translation>Від</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>Write a number in digits, such as 18, 2.5 or 1 200.</source>
        <translation>Запишіть число цифрами, наприклад 18, 2.5 або 1 200.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/figure_fields.py"/>
        <source>The first number of a range is the lower one.</source>
        <translation>Перше число діапазону — менше.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Every tag</source>
        <translation>Усі теги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Every annotator</source>
        <translation>Усі анотатори</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Unknown</source>
        <translation>Невідома</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>{shown} of %n annotation(s)</source>
        <translation>
            <numerusform>{shown} з %n позначки</numerusform>
            <numerusform>{shown} з %n позначок</numerusform>
            <numerusform>{shown} з %n позначок</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Every kind</source>
        <translation>Усі види</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Linked to a record</source>
        <translation>Прив’язані до запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Not linked</source>
        <translation>Не прив’язані</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>With a note</source>
        <translation>З приміткою</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Without a note</source>
        <translation>Без примітки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Every state</source>
        <translation>Усі стани</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Tag</source>
        <translation>Тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Annotator</source>
        <translation>Анотатор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/filter_bar.py"/>
        <source>Show all annotations</source>
        <translation>Показати всі позначки</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <location filename="../../archivist/ui/articles/chips.py"/>
        <source>Filters that are on</source>
        <translation>Увімкнені фільтри</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/chips.py"/>
        <source>{facet}: {value}. Click to turn this filter off.</source>
        <translation>{facet}: {value}. Клацніть, щоб вимкнути цей фільтр.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/chips.py"/>
        <source>Turn off {facet}: {value}</source>
        <translation>Вимкнути {facet}: {value}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/articles/chips.py"/>
        <source>Clear all</source>
        <translation>Скинути всі</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <location filename="../../archivist/ui/reader/find_bar.py"/>
        <source>Not found</source>
        <translation>Не знайдено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/find_bar.py"/>
        <source>{number} of {count}</source>
        <translation>{number} з {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/find_bar.py"/>
        <source>Find in this article</source>
        <translation>Знайти в цій статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/find_bar.py"/>
        <source>Previous hit</source>
        <translation>Попередній збіг</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/find_bar.py"/>
        <source>Next hit</source>
        <translation>Наступний збіг</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/find_bar.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/find_bar.py"/>
        <source>Close the find bar</source>
        <translation>Закрити панель пошуку в статті</translation>
    </message>
</context>
<context>
    <name>FindingNotes</name>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>archive.db, table {name}</source>
        <translation>archive.db, таблиця {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>row {row} points at a row of {table} that is missing</source>
        <translation>рядок {row} вказує на рядок таблиці {table}, якого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>annotation {id}</source>
        <translation>позначка {id}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>revision {id}</source>
        <translation>редакція {id}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>event {id}</source>
        <translation>подія журналу {id}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>{table}, row {row}</source>
        <translation>{table}, рядок {row}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>its tag or its article is deleted</source>
        <translation>тег або статтю вилучено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>the record that it is linked to is deleted</source>
        <translation>запис, до якого її прив’язано, вилучено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>the record that it is linked to is of kind {kind}, not {other}</source>
        <translation>запис, до якого її прив’язано, має вид «{kind}», а не {other}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>what it is a part of is deleted</source>
        <translation>те, частиною чого воно є, вилучено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>it is a part of itself</source>
        <translation>воно — частина самого себе</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>its text has changed</source>
        <translation>текст змінився</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>its quote is not at its place in the text</source>
        <translation>цитата не на місці в тексті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>the file is missing</source>
        <translation>файлу бракує</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>the bytes have changed</source>
        <translation>байти змінилися</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>the bytes have changed: {count} bytes where {other} were stored</source>
        <translation>байти змінилися: {count} там, де збережено було {other}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>an original is named by what is no SHA-256</source>
        <translation>оригінал названо не за SHA-256</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>it was lost; its annotations have a tag that stands in for it</source>
        <translation>його втрачено; позначки мають тег на заміну</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>{count} rows speak of {table} that were lost</source>
        <translation>рядків про втрачене в таблиці {table}: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>all but its text was lost: “{title}”</source>
        <translation>втрачено все, крім тексту: «{title}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>its id is damaged, so it has a new one</source>
        <translation>id пошкоджено, тож він новий</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>its text is damaged; what could be read of it was kept</source>
        <translation>текст пошкоджено; збережено, що вдалося прочитати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>its text was lost: “{title}”</source>
        <translation>текст втрачено: «{title}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>its article was lost; it marked “{quote}”</source>
        <translation>статтю втрачено; було позначено «{quote}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>its article was lost; it marked “{quote}” and said “{note}”</source>
        <translation>статтю втрачено; було позначено «{quote}» і сказано «{note}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>{count} rows were left out, as what they belong to was lost</source>
        <translation>пропущено рядків, бо втрачено те, до чого вони належать: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>it is for review, as its text is damaged: “{quote}”</source>
        <translation>на перегляд, бо текст пошкоджено: «{quote}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>it was rebuilt from the history</source>
        <translation>відбудовано з історії</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>the identity of the archive was lost, so it has a new one</source>
        <translation>ідентичність архіву втрачено, тож вона нова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>{number} bytes could not be read from the disk</source>
        <translation>байтів, яких не вдалося прочитати з диска: {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>its end was lost, after {column}</source>
        <translation>кінець втрачено, після {column}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/finding_notes.py"/>
        <source>begun anew; what was left of the old one is in {name}</source>
        <translation>розпочато заново; рештки старого — у {name}</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Select what is to be accepted or rejected.</source>
        <translation>Виберіть, що прийняти або відхилити.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>%Ln passage(s) selected; {left_out} more are below the confidence.</source>
        <translation>
            <numerusform>Вибрано %Ln уривок; ще {left_out} мають нижчу певність.</numerusform>
            <numerusform>Вибрано %Ln уривки; ще {left_out} мають нижчу певність.</numerusform>
            <numerusform>Вибрано %Ln уривків; ще {left_out} мають нижчу певність.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>%Ln passage(s) selected.</source>
        <translation>
            <numerusform>Вибрано %Ln уривок.</numerusform>
            <numerusform>Вибрано %Ln уривки.</numerusform>
            <numerusform>Вибрано %Ln уривків.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Nothing here is of that kind and has these words.</source>
        <translation>Тут немає нічого такого виду з цими словами.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Nothing is left here. Everything that was accepted can be undone.</source>
        <translation>Тут нічого не лишилося. Усе прийняте можна скасувати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>What the articles seem to say</source>
        <translation>Що, схоже, сказано в статтях</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Found in %Ln article(s)</source>
        <translation>
            <numerusform>Знайдено в %Ln статті</numerusform>
            <numerusform>Знайдено в %Ln статтях</numerusform>
            <numerusform>Знайдено в %Ln статтях</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Passages of the chosen row</source>
        <translation>Уривки вибраного рядка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>All kinds</source>
        <translation>Усі види</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Only with these words</source>
        <translation>Лише з цими словами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Clear the field</source>
        <translation>Очистити поле</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Least confidence</source>
        <translation>Найменша певність</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>Confidence at &amp;least</source>
        <translation>Певність &amp;щонайменше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>What was found</source>
        <translation>Що знайдено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>&amp;Accept selected</source>
        <translation>&amp;Прийняти вибране</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/dialog.py"/>
        <source>&amp;Reject selected</source>
        <translation>&amp;Відхилити вибране</translation>
    </message>
</context>
<context>
    <name>ForeignNotes</name>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Passed over, as they are no {what}: {names}.</source>
        <translation>Оминуто, бо це не {what}: {names}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>files of CoNLL-U or of words with tags</source>
        <translation>файли CoNLL-U чи слів із мітками</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>part of the collection</source>
        <translation>частина збірки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>tables and none of their texts</source>
        <translation>таблиці й не їхні тексти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>files of Web Annotations</source>
        <translation>файли Web Annotation</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>STAM store and included by none</source>
        <translation>сховище STAM, і жодне його не включає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{names} is not in UTF-8 and was read as {encoding}; if the letters look wrong, name the encoding</source>
        <translation>{names} не в UTF-8, прочитано як {encoding}; якщо літери мають хибний вигляд, назвіть кодування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{names} are not in UTF-8 and were read as {encoding}; if the letters look wrong, name the encoding</source>
        <translation>{names} не в UTF-8, прочитано як {encoding}; якщо літери мають хибний вигляд, назвіть кодування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} of its characters could not be read, and are � now</source>
        <translation>знаків, яких не вдалося прочитати й замінено на �: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>there are no annotations beside it, so it was taken for none of the documents</source>
        <translation>поряд немає позначок, тож його не взято за документ</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>there is no text beside it and nothing in it</source>
        <translation>поряд немає тексту, а в ньому нічого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” is “{other}” elsewhere, and so it is called</source>
        <translation>«{name}» в іншому місці — «{other}», так його й названо</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the id “{id}” is there twice; what refers to it is taken to mean the first</source>
        <translation>id «{id}» є двічі; посилання на нього розуміються як на перший</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the id “{id}” is there twice; the first is kept</source>
        <translation>id «{id}» є двічі; залишено перший</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the id “{id}” is there twice</source>
        <translation>id «{id}» є двічі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the span “{id}” is there twice; the first is kept</source>
        <translation>проміжок «{id}» є двічі; залишено перший</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the object “{id}” names a span “{span}” that is not there</source>
        <translation>об’єкт «{id}» називає проміжок «{span}», якого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the event “{id}” was left out: there are no words “{words}”</source>
        <translation>подію «{id}» пропущено: слів «{words}» немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” was left out: no annotation has the id “{id}”</source>
        <translation>«{name}» пропущено: позначки з id «{id}» немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” was left out: there is no “{target}”</source>
        <translation>«{name}» пропущено: «{target}» немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the note “{text}” was left out: there is no “{target}”</source>
        <translation>примітку «{text}» пропущено: «{target}» немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” was left out: it is not of the form of a line in {ending}</source>
        <translation>«{name}» пропущено: це не рядок {ending}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” was left out: it names no objects</source>
        <translation>«{name}» пропущено: об’єктів не названо</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” was left out: it has no value</source>
        <translation>«{name}» пропущено: немає значення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” was left out: it is no id with a type</source>
        <translation>«{name}» пропущено: це не id із типом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” was left out: it is no number with a word</source>
        <translation>«{name}» пропущено: це не номер зі словом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” was left out: {why}</source>
        <translation>«{name}» пропущено: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” is there twice</source>
        <translation>«{name}» є двічі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it names an object “{id}” that is not there</source>
        <translation>називає об’єкт «{id}», якого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it begins with no id of a known sort and a tab</source>
        <translation>не починається з id відомого роду й табуляції</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no type with a start and an end</source>
        <translation>немає типу з початком і кінцем</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it marks no words</source>
        <translation>не позначає слів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it joins fewer than two</source>
        <translation>з’єднує менше двох</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no name and no id of what it is about</source>
        <translation>немає назви й id того, про що це</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no type and no id of what it is about</source>
        <translation>немає типу й id того, про що це</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no reference of the form database:id</source>
        <translation>немає посилання на зразок database:id</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it was left out: {why}</source>
        <translation>пропущено: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>a relation was left out: {why}</source>
        <translation>зв’язок пропущено: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is no article, no record and no relation</source>
        <translation>це не стаття, не запис і не зв’язок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it joins an annotation that is not there</source>
        <translation>з’єднує позначку, якої немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is not there</source>
        <translation>її немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>what Archivist noted of {what} was left out: {why}</source>
        <translation>те, що Архіваріус записав про {what}, пропущено: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>what an Archivist wrote of this annotation cannot be read: {why}</source>
        <translation>того, що Архіваріус записав про цю позначку, не прочитати: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>what an Archivist wrote of this relation cannot be read: {why}</source>
        <translation>того, що Архіваріус записав про цей зв’язок, не прочитати: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it cannot be read: {why}</source>
        <translation>не читається: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its place, {start} to {end}, holds no words</source>
        <translation>на місці {start}–{end} немає слів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its place, {start} to {end}, holds no words, so it was left out</source>
        <translation>на місці {start}–{end} немає слів, тож пропущено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its place, token {start} to {end}, holds no words</source>
        <translation>на місці, слова {start}–{end}, нічого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the relation “{type}” leads to “{target}”, which is not there</source>
        <translation>зв’язок «{type}» веде до «{target}», чого немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its metadata cannot be read: {why}</source>
        <translation>метадані не читаються: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>fields that are not taken over: {names}</source>
        <translation>поля, яких не перенесено: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out, as they are fields of another program: {names}.</source>
        <translation>Пропущено, бо це поля іншої програми: {names}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its text is given as bytes that are no UTF-8.</source>
        <translation>Текст подано байтами, які не є UTF-8.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It holds no text and no annotations.</source>
        <translation>Немає ні тексту, ні позначок.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no text and no annotation</source>
        <translation>немає ні тексту, ні позначок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out, as they mark no text: {names}.</source>
        <translation>Пропущено, бо не позначають тексту: {names}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out, as they say how the text is built and mark nothing in it: {names}.</source>
        <translation>Пропущено, бо описують будову тексту й нічого в ньому не позначають: {names}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out, as they are in no index of the CAS, and so deleted: {count} annotations.</source>
        <translation>Пропущено, бо їх немає в жодному покажчику CAS, тобто вилучено; позначок: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out, as it does not say where it is (begin {start}, end {end}).</source>
        <translation>Пропущено, бо не сказано, де це (початок {start}, кінець {end}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out, as one end of the relation is missing.</source>
        <translation>Пропущено, бо бракує кінця зв’язку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>The relation “{type}” is left out, as it joins a {what}, which was not read.</source>
        <translation>Зв’язок «{type}» пропущено, бо він з’єднує {what}, чого не прочитано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is the older JSON of UIMA, which says too little; write it as UIMA CAS JSON 0.4</source>
        <translation>це старіший JSON UIMA, який каже замало; збережіть як UIMA CAS JSON 0.4</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is JSON, but no CAS: it has no {name}</source>
        <translation>це JSON, але не CAS: немає {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no {name}</source>
        <translation>немає {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{what} is used twice; references to it mean the first</source>
        <translation>{what} вжито двічі; посилання означають перше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it says that it is CAS JSON {version}; it was read as CAS JSON 0.4</source>
        <translation>каже, що це CAS JSON {version}; прочитано як CAS JSON 0.4</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It says that it is XMI {version}; it was read as XMI 2.0.</source>
        <translation>Каже, що це XMI {version}; прочитано як XMI 2.0.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its {name} is neither a list nor an object</source>
        <translation>{name} — не список і не об’єкт</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It holds annotations as Java objects only; export the project with UIMA CAS XMI as its format.</source>
        <translation>Позначки лише як об’єкти Java; експортуйте проєкт у форматі UIMA CAS XMI.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is WebAnno TSV, a format of the past; export UIMA CAS XMI or JSON instead</source>
        <translation>це WebAnno TSV, формат минулого; експортуйте UIMA CAS XMI або JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds Java objects; export UIMA CAS XMI or JSON instead</source>
        <translation>там об’єкти Java; експортуйте UIMA CAS XMI або JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out: what {count} documents were before anybody annotated them ({name}).</source>
        <translation>Пропущено те, якими документи були до розмітки ({name}): {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out, as it is a zip file in a zip file in another.</source>
        <translation>Пропущено, бо це zip у zip у ще одному.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is no description of a type system</source>
        <translation>це не опис системи типів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is XML of another kind, &lt;{name}&gt;</source>
        <translation>це XML іншого роду, &lt;{name}&gt;</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its {name} is not of type {type} but “{value}”; it was read as words</source>
        <translation>{name} — не {type}, а «{value}»; прочитано як слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its {name} is “{value}”, which is no number</source>
        <translation>{name} — «{value}», а це не число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it declares a document type, which a CAS never does</source>
        <translation>оголошує тип документа, чого CAS ніколи не робить</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the prefix of &lt;{name}&gt; is not declared</source>
        <translation>префікс &lt;{name}&gt; не оголошено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it nests more than {count} elements</source>
        <translation>вкладено понад {count} елементів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is no XML</source>
        <translation>це не XML</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is no XML ({error})</source>
        <translation>це не XML ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is no codebook of REFI-QDA</source>
        <translation>це не кодова книга REFI-QDA</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no list of “{name}”</source>
        <translation>там немає списку «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>a sentence without words: the file may break off here</source>
        <translation>речення без слів: можливо, файл тут обривається</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the words are “{words}”, but “# text” is “{text}”; the words were taken</source>
        <translation>слова — «{words}», а «# text» — «{text}»; узято слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>a mark was left out: {why}</source>
        <translation>позначку пропущено: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{id}” begins and does not end; it was left out</source>
        <translation>«{id}» починається й не закінчується; пропущено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>no word has its number any more</source>
        <translation>жодне слово вже не має його номера</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{value}” is no sequence of brackets</source>
        <translation>«{value}» — не послідовність дужок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{value})” ends what has not begun</source>
        <translation>«{value})» закінчує те, що не починалося</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>no file in it ends in {endings}</source>
        <translation>жоден файл у ньому не закінчується на {endings}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its first {count} lines have neither the ten columns of CoNLL-U nor a tag in the last column</source>
        <translation>перші рядки ({count}) не мають ні десяти стовпців CoNLL-U, ні мітки в останньому стовпці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>from here on it was not read: the line has no end</source>
        <translation>звідси не прочитано: рядок не закінчується</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>no word in it has another tag than O, so there are only texts</source>
        <translation>жодне слово не має мітки, крім O, тож там лише тексти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>no word in it is marked (by NE, NER or Entity in its last column), so there are only texts</source>
        <translation>жодне слово не позначено (NE, NER чи Entity в останньому стовпці), тож там лише тексти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>no word in it is marked (by NE, NER or Entity in its last column), so there are only texts; lemmas, parts of speech and trees are not taken in</source>
        <translation>жодне слово не позначено (NE, NER чи Entity в останньому стовпці), тож там лише тексти; лем, частин мови й дерев не взято</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>lemmas, parts of speech and trees were left out</source>
        <translation>леми, частини мови й дерева пропущено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the comment “{text}” was left out</source>
        <translation>коментар «{text}» пропущено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{row}” has no tag in its last column; its word was taken</source>
        <translation>«{row}» не має мітки в останньому стовпці; слово взято</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its columns have no ID or no FORM; it is read as CoNLL-U</source>
        <translation>серед стовпців немає ID або FORM; прочитано як CoNLL-U</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{row}” has fewer than {count} columns</source>
        <translation>«{row}» має менше ніж {count} стовпців</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no text</source>
        <translation>тексту немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no text, only labels</source>
        <translation>тексту немає, лише мітки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its {what} are about the whole text and are not read</source>
        <translation>{what} — про весь текст і не читаються</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its labels are about the whole text and are not read: {names}</source>
        <translation>мітки — про весь текст і не читаються: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its categories are about the whole text and are not read: {names}</source>
        <translation>категорії — про весь текст і не читаються: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is neither a list of start, end and label nor an object</source>
        <translation>це не список початку, кінця й мітки і не об’єкт</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no start and end that are whole numbers</source>
        <translation>немає початку й кінця, які були б цілими числами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no start and end that are whole numbers, and a label</source>
        <translation>немає початку й кінця цілими числами та мітки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its label is no text</source>
        <translation>мітка — не текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no type, from_id and to_id</source>
        <translation>немає type, from_id і to_id</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no JSON file</source>
        <translation>там немає файлу JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It is no JSON: {why}.</source>
        <translation>Це не JSON: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” was left out: an earlier line has its id, “{id}”</source>
        <translation>«{name}» пропущено: його id, «{id}», має попередній рядок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} times {what} was left out: no record here has that</source>
        <translation>{what}: пропущено разів — {count}, бо такого поля записи тут не мають</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} of the {what} were left out: only actors, events and their links are read</source>
        <translation>{what}: пропущено {count}, бо читаються лише актори, події та їхні зв’язки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is a JSON list; FollowTheMoney has one object a line</source>
        <translation>це список JSON; FollowTheMoney має по об’єкту на рядок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is no JSON; FollowTheMoney has one object a line</source>
        <translation>це не JSON; FollowTheMoney має по об’єкту на рядок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the {what} was left out: it does not say what it links</source>
        <translation>{what} пропущено: не сказано, що воно пов’язує</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the {what} was left out: no actor or event “{name}” is in the file</source>
        <translation>{what} пропущено: актора чи події «{name}» у файлі немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no annotation of Hypothesis</source>
        <translation>там немає позначок Hypothesis</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It replies to what is not in the file: “{text}”.</source>
        <translation>Відповідає на те, чого у файлі немає: «{text}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It is no JSON object.</source>
        <translation>Це не об’єкт JSON.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It is no annotation of Hypothesis: it has no “target” and no “uri”.</source>
        <translation>Це не позначка Hypothesis: немає «target» і «uri».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It marks no words, but the whole page.</source>
        <translation>Позначає не слова, а всю сторінку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It marks no words, but the whole page: “{text}”.</source>
        <translation>Позначає не слова, а всю сторінку: «{text}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its position from {start} to {end} is none; the words were taken instead.</source>
        <translation>Місце {start}–{end} неможливе; натомість узято слова.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its position from {start} to {end} is none; and it quotes no words.</source>
        <translation>Місце {start}–{end} неможливе, і слів не наведено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>there is no file of tasks in it</source>
        <translation>там немає файлу завдань</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>there is no text with both of its regions, {names}</source>
        <translation>немає тексту з обома ділянками, {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no text, or several and none that is plainly meant</source>
        <translation>тексту немає або їх кілька, і жодного не названо ясно</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no text, or several and none that is plainly meant; {count} regions in it were not read</source>
        <translation>тексту немає або їх кілька, і жодного не названо ясно; не прочитано ділянок: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} unfinished drafts were not read</source>
        <translation>незакінчених чернеток не прочитано: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>predictions were not read, because there are annotations</source>
        <translation>передбачень не прочитано, бо є позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no list of results</source>
        <translation>немає списку результатів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it was skipped, so its {count} results are not read</source>
        <translation>його пропустили, тож результати ({count}) не читаються</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} of type “{type}” mark no words of a plain text and are not read</source>
        <translation>типу «{type}», що не позначають слів простого тексту й не читаються: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out: {what}.</source>
        <translation>Пропущено: {what}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Read in part: {what}.</source>
        <translation>Прочитано частково: {what}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Read with U+FFFD: {count} texts that are not UTF-8.</source>
        <translation>Прочитано з U+FFFD текстів не в UTF-8: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its code is not in the codebook.</source>
        <translation>Його коду немає в кодовій книзі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It is no text.</source>
        <translation>Це не текст.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It has no text.</source>
        <translation>Тексту немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It has neither positions nor words.</source>
        <translation>Немає ні місця, ні слів.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It has neither a place in the text nor words.</source>
        <translation>Немає ні місця в тексті, ні слів.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its tag is not there.</source>
        <translation>Його тегу немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It is no record that can be read: {why}.</source>
        <translation>Це не запис, який можна прочитати: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Graphs are left out: {count}.</source>
        <translation>Пропущено графів: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Selections that a case names are not marked as its own: {count}.</source>
        <translation>Виділення, які називає випадок, не позначено як його: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Values of variables of cases are left out: {count}.</source>
        <translation>Пропущено значень змінних випадків: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Cases without a name or a source are left out: {count}.</source>
        <translation>Пропущено випадків без назви чи джерела: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Descriptions of cases are left out: {count}.</source>
        <translation>Пропущено описів випадків: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Codes and notes are left out of sets, which become collections of articles: {count}.</source>
        <translation>Коди й примітки пропущено з наборів, які стають добірками статей: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Sets of codes are left out: {count}.</source>
        <translation>Пропущено наборів кодів: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Notes that belong to no selection are left out: {count}.</source>
        <translation>Пропущено приміток, що не належать до жодного виділення: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Places in pictures, recordings and pages of PDFs are left out: {count}.</source>
        <translation>Пропущено місць на зображеннях, записах і сторінках PDF: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Descriptions of sources are left out: {count}.</source>
        <translation>Пропущено описів джерел: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Values of the variable “{name}” are left out: {count}.</source>
        <translation>Пропущено значень змінної «{name}»: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It is no text, and has none.</source>
        <translation>Це не текст, і тексту не має.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It links what is no selection of a text.</source>
        <translation>Пов’язує те, що не є виділенням у тексті.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no project.qde</source>
        <translation>там немає project.qde</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” is neither a project nor a codebook of REFI-QDA</source>
        <translation>«{name}» — не проєкт і не кодова книга REFI-QDA</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its id “{id}” is not its alone.</source>
        <translation>Його id «{id}» не лише його.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It does not say in numbers where it begins and ends.</source>
        <translation>Не сказано числами, де воно починається й закінчується.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It has only a rich text (“{name}”) and no plain one.</source>
        <translation>Є лише форматований текст («{name}»), а простого немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its text (“{name}”) is not in the project.</source>
        <translation>Тексту («{name}») у проєкті немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its text (“{name}”) is not written in UTF-8, at byte {number}.</source>
        <translation>Текст («{name}») не в UTF-8, байт {number}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has a word that is not among the strings of the file</source>
        <translation>там слово, якого немає серед рядків файлу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is of a version that is not known, {version}; look at what was read</source>
        <translation>версія невідома, {version}; погляньте, що прочитано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} of its fields are not known and were not read: {names}</source>
        <translation>полів, які невідомі й не прочитані, — {count}: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>what it says of single words is not read: {names}</source>
        <translation>того, що сказано про окремі слова, не читається: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its user data are not read: {names}</source>
        <translation>дані користувача не читаються: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its user data cannot be read: {why}</source>
        <translation>дані користувача не прочитати: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its answer is “{answer}”, so its {count} spans are not read</source>
        <translation>відповідь — «{answer}», тож проміжки ({count}) не читаються</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “{name}” are no list</source>
        <translation>«{name}» — не список</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it does not join two of the spans</source>
        <translation>не з’єднує двох проміжків</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no STAM store</source>
        <translation>там немає сховища STAM</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It could be read only in part: {why}.</source>
        <translation>Вдалося прочитати лише частину: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>A text could not be read: {why}.</source>
        <translation>Текст не вдалося прочитати: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>The text “{id}” is there twice; the first was read.</source>
        <translation>Текст «{id}» є двічі; прочитано перший.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>An item of “{name}” is no JSON object.</source>
        <translation>Елемент «{name}» — не об’єкт JSON.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” is not read: {why}.</source>
        <translation>«{name}» не прочитано: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It links what is no annotation or record of this store.</source>
        <translation>Пов’язує те, що не є позначкою чи записом цього сховища.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It links what is no annotation or record of this file.</source>
        <translation>Пов’язує те, що не є позначкою чи записом цього файлу.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its id is there twice; it was read without it.</source>
        <translation>Його id є двічі; прочитано без нього.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its id is that of another annotation; it was read without it.</source>
        <translation>Його id належить іншій позначці; прочитано без нього.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its position counts from the end of a text that is not here</source>
        <translation>місце рахує від кінця тексту, якого тут немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its position from {start} to {end} holds no words</source>
        <translation>на місці {start}–{end} немає слів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it selects by a {what}, and no words</source>
        <translation>вибирає за {what}, а не слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no target</source>
        <translation>немає цілі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>one of its data is no object</source>
        <translation>одні з даних — не об’єкт</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the data set has no “{name}”</source>
        <translation>у наборі даних немає «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its target has no offset</source>
        <translation>ціль не має зміщення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its offset is no whole number</source>
        <translation>зміщення — не ціле число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its target names no text</source>
        <translation>ціль не називає тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no JSON objects</source>
        <translation>там немає об’єктів JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{cell}” in the column “{column}” is no {what}; it became an attribute</source>
        <translation>«{cell}» у стовпці «{column}» — не {what}; стало атрибутом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>whole number</source>
        <translation>ціле число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>date and time</source>
        <translation>дата й час</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>kind of a tag</source>
        <translation>вид тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it was left out: it has neither a place nor words</source>
        <translation>пропущено: немає ні місця, ні слів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it was left out: it does not name its article</source>
        <translation>пропущено: не названо статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it was left out: an earlier row has its “id”, “{id}”</source>
        <translation>пропущено: його «id», «{id}», має попередній рядок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it was left out: no columns in it name an article and what is marked in it</source>
        <translation>пропущено: жодні стовпці не називають статті й того, що в ній позначено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its first line does not name the columns of a table</source>
        <translation>перший рядок не називає стовпців таблиці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>some of its bytes could not be read as text, so it was left out</source>
        <translation>частину байтів не вдалося прочитати як текст, тож пропущено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has {number} cells of {other}; the others were taken to be empty</source>
        <translation>комірок {number} з {other}; решту взято за порожні</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is no row of a table ({error})</source>
        <translation>це не рядок таблиці ({error})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>what follows was not read: too many of its quotes do not pair</source>
        <translation>далі не прочитано: забагато лапок не в парі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>an earlier row has its “id”</source>
        <translation>його «id» має попередній рядок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “id”, “{id}”, is no UUID</source>
        <translation>його «id», «{id}», — не UUID</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>there is no such table, so the articles came without annotations</source>
        <translation>такої таблиці немає, тож статті прийшли без позначок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it does not name its article</source>
        <translation>не названо статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is of no article: “{id}”</source>
        <translation>не належить до жодної статті: «{id}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the text of the article is missing</source>
        <translation>бракує тексту статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “{name}”, “{value}”, is no whole number</source>
        <translation>«{name}», «{value}», — не ціле число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “{name}” are no JSON list</source>
        <translation>«{name}» — не список JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “{name}” are no JSON list of texts</source>
        <translation>«{name}» — не список текстів JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “{name}” is no JSON: {why}</source>
        <translation>«{name}» — не JSON: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>there is no table in it</source>
        <translation>там немає таблиці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its text was left out: {why}</source>
        <translation>текст пропущено: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>cells beyond the last column were left out: {names}</source>
        <translation>комірки за останнім стовпцем пропущено: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is no workbook (.xlsx)</source>
        <translation>це не книга (.xlsx)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is a zip file, but no workbook (.xlsx)</source>
        <translation>це zip, але не книга (.xlsx)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the sheet was left out: it is not in the file</source>
        <translation>аркуш пропущено: його немає у файлі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the sheet was left out: it has more than {count} columns</source>
        <translation>аркуш пропущено: понад {count} стовпців</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the sheet was left out: {why}</source>
        <translation>аркуш пропущено: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the cell {cell} was left out: there are too many columns</source>
        <translation>комірку {cell} пропущено: забагато стовпців</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the cell {cell} was left out: it is a formula whose value was not saved</source>
        <translation>комірку {cell} пропущено: це формула, значення якої не збережено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the cell {cell} was left out: there is no shared text {number}</source>
        <translation>комірку {cell} пропущено: спільного тексту {number} немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is a SQLite database, but none of Taguette</source>
        <translation>це база SQLite, але не Taguette</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is a SQLite database, but no project of QualCoder</source>
        <translation>це база SQLite, але не проєкт QualCoder</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it does not lead to a place in the text</source>
        <translation>не веде до місця в тексті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{target}” does not lead to a place in the text</source>
        <translation>«{target}» не веде до місця в тексті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its end “{name}” was not read</source>
        <translation>кінця «{name}» не прочитано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it joins nothing</source>
        <translation>нічого не з’єднує</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its restriction is not understood and was left out: “{words}”</source>
        <translation>обмеження не зрозуміле, його пропущено: «{words}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Left out of the text: {what}.</source>
        <translation>Пропущено з тексту: {what}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Read as mere text, as they mark nothing in it: {names}.</source>
        <translation>Прочитано як простий текст, бо нічого в ньому не позначають: {names}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>A &lt;{name}&gt; is left out: {why}.</source>
        <translation>&lt;{name}&gt; пропущено: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>A &lt;{name}&gt; is left out, as it has no name.</source>
        <translation>&lt;{name}&gt; пропущено, бо не має назви.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It holds no text.</source>
        <translation>Тексту там немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>The xml:id “{id}” is there twice; what points to it means the first.</source>
        <translation>xml:id «{id}» є двічі; посилання означають перший.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>The xml:id “{id}” and {count} more is there twice; what points to it means the first.</source>
        <translation>xml:id «{id}» і ще {count} є двічі; посилання означають перший.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it marks nothing that can be named</source>
        <translation>не позначає нічого, що можна назвати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it marks the whole of “{name}”, and no words of it</source>
        <translation>позначає «{name}» цілком, а не слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no id</source>
        <translation>немає id</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is no article, tag or record</source>
        <translation>це не стаття, не тег і не запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no type</source>
        <translation>немає типу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it is of type “{type}”, and no Annotation</source>
        <translation>тип — «{type}», а не Annotation</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has a “body” and a “bodyValue”</source>
        <translation>є і «body», і «bodyValue»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no file of annotations (.jsonld, .json, .jsonl)</source>
        <translation>там немає файлу позначок (.jsonld, .json, .jsonl)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no annotation</source>
        <translation>там немає позначок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Line {number} is no JSON: {why}.</source>
        <translation>Рядок {number} — не JSON: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>What is described beside the annotations: {why}.</source>
        <translation>Описане поряд із позначками: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>The annotations are elsewhere, at “{address}”.</source>
        <translation>Позначки в іншому місці, за «{address}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Further annotations are elsewhere, at “{address}”.</source>
        <translation>Інші позначки в іншому місці, за «{address}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It says that it holds {number} annotations, and holds {other}.</source>
        <translation>Каже, що має позначок {number}, а має {other}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It has no “@context”, and was read as Web Annotations all the same.</source>
        <translation>«@context» немає; однак прочитано як Web Annotation.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>Its “@context” is not that of Web Annotations; it was read as if it were.</source>
        <translation>«@context» — не Web Annotation; прочитано, ніби він такий.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It is no JSON object, but “{value}”.</source>
        <translation>Це не об’єкт JSON, а «{value}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” of annotations is not read.</source>
        <translation>«{name}» позначок не читається.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it marks by the fragment “{name}”, and no words</source>
        <translation>позначає фрагментом «{name}», а не слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its selectors are nested too deeply</source>
        <translation>вибірники надто глибоко вкладено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no selector of words</source>
        <translation>немає вибірника слів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its selectors name several positions, and the first was read</source>
        <translation>вибірники називають кілька місць; прочитано перше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its selectors quote different words, and the first were read</source>
        <translation>вибірники наводять різні слова; прочитано перші</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its selector is elsewhere, at “{address}”</source>
        <translation>вибірник в іншому місці, за «{address}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it marks by a {name}, and no words</source>
        <translation>позначає за {name}, а не слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its selector is of no type</source>
        <translation>вибірник не має типу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>the “{name}” of its position is no whole number</source>
        <translation>«{name}» місця — не ціле число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it holds no annotation of Zotero</source>
        <translation>там немає позначок Zotero</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It is a {type} and marks no words.</source>
        <translation>Це {type}, що не позначає слів.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>It is a {type} and marks no words: “{text}”.</source>
        <translation>Це {type}, що не позначає слів: «{text}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} codings of texts that are not there</source>
        <translation>кодування текстів, яких немає: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} annotations of texts that are not there</source>
        <translation>позначки текстів, яких немає: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} values of variables of cases</source>
        <translation>значення змінних випадків: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} memos of texts</source>
        <translation>нотатки до текстів: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} passages that belong to cases</source>
        <translation>уривки, що належать випадкам: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} descriptions of documents</source>
        <translation>описи документів: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>{count} highlights in documents that are not there</source>
        <translation>виділення в документах, яких немає: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>a field of it has no name</source>
        <translation>його поле не має назви</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>a group of spans has no list of them</source>
        <translation>група проміжків не має їх списку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>a span of the group “{group}” is packed in a way that is not read</source>
        <translation>проміжок групи «{group}» стиснуто способом, який не читається</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>further sentences that differ from their “# text”: {number}</source>
        <translation>інших речень, що відрізняються від свого «# text»: {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has not both a position and a quote</source>
        <translation>немає місця й цитати разом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it has no tag</source>
        <translation>немає тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it selects by an annotation that is not before it and selects no words</source>
        <translation>вибирає за позначкою, якої перед нею немає й яка не вибирає слів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its FragmentSelector conforms to several specifications</source>
        <translation>FragmentSelector — за кількома специфікаціями</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its FragmentSelector has not one “value”</source>
        <translation>FragmentSelector не має одного «value»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its TextQuoteSelector has no “exact” text</source>
        <translation>TextQuoteSelector не має тексту «exact»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its TextQuoteSelector quotes no words</source>
        <translation>TextQuoteSelector не наводить слів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its position leads out of the words that it counts in</source>
        <translation>місце веде за межі слів, у яких рахує</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its position counts within what a {name} finds</source>
        <translation>місце рахує в тому, що знаходить {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its text does not stand between two rules</source>
        <translation>текст стоїть не між двома лініями</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “assessing” is no status</source>
        <translation>«assessing» — не стан</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “attrs” are no list with that of words</source>
        <translation>«attrs» — не список зі словами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “lengths” do not fit its “tokens” and “spaces”</source>
        <translation>«lengths» не пасують до «tokens» і «spaces»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “kind” is no kind of a tag</source>
        <translation>«kind» — не вид тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “{name}” is no array of {type}</source>
        <translation>«{name}» — не масив {type}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>token {number} continues an entity that has not begun</source>
        <translation>слово {number} продовжує те, що не починалося</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it {problem}, so it was left out</source>
        <translation>{problem}, тож пропущено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>“{name}” is not of the form name:id</source>
        <translation>«{name}» — не на зразок name:id</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it marks by a RangeSelector without selectors of its ends</source>
        <translation>позначає RangeSelector без вибірників кінців</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>it marks by a RangeSelector whose ends are no positions</source>
        <translation>позначає RangeSelector, кінці якого — не місця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “bodyValue” is not one text</source>
        <translation>«bodyValue» — не один текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “id” is not one address</source>
        <translation>«id» — не одна адреса</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “{name}” is not one date and time</source>
        <translation>«{name}» — не одна дата й час</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its body {problem}</source>
        <translation>тіло {problem}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its target {problem}</source>
        <translation>ціль {problem}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “{name}” is nobody</source>
        <translation>«{name}» — ніхто</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its “{name}” is no address</source>
        <translation>«{name}» — не адреса</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>is no address</source>
        <translation>— не адреса</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>has an “id” that is not one address</source>
        <translation>має «id», який не є однією адресою</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>has items, and is not one of Choice, List, Composite and Independents</source>
        <translation>має складники, але не є Choice, List, Composite чи Independents</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>has not one text as its “value”</source>
        <translation>не має одного тексту як «value»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>names no source</source>
        <translation>не називає джерела</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>has a “format” or “language” that is no text</source>
        <translation>має «format» або «language», що не є текстом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>has several languages for processing</source>
        <translation>має кілька мов для обробки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>has a direction that is none</source>
        <translation>має неможливий напрямок письма</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/foreign_notes.py"/>
        <source>its offset {number} is none of a {type}</source>
        <translation>зміщення {number} неможливе для {type}</translation>
    </message>
</context>
<context>
    <name>FormatWording</name>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Archivist bundle (BagIt)</source>
        <translation>Пакунок Archivist (BagIt)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>W3C Web Annotations (JSON-LD)</source>
        <translation>Вебанотації W3C (JSON-LD)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>CSV tables (data package)</source>
        <translation>Таблиці CSV (пакунок даних)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Workbook (XLSX)</source>
        <translation>Робоча книга (XLSX)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>REFI-QDA project</source>
        <translation>Проєкт REFI-QDA</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>REFI-QDA codebook</source>
        <translation>Кодова книга REFI-QDA</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Label Studio JSON</source>
        <translation>Label Studio JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>doccano JSONL</source>
        <translation>doccano JSONL</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>spaCy DocBin or JSONL</source>
        <translation>spaCy DocBin або JSONL</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>TEI P5 with standOff</source>
        <translation>TEI P5 зі standOff</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>STAM JSON</source>
        <translation>STAM JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>CoNLL-U and IOB</source>
        <translation>CoNLL-U та IOB</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>FollowTheMoney entities</source>
        <translation>Сутності FollowTheMoney</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>QualCoder project</source>
        <translation>Проєкт QualCoder</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Taguette database</source>
        <translation>База даних Taguette</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Hypothesis (JSON)</source>
        <translation>Hypothesis (JSON)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Zotero annotations (JSON)</source>
        <translation>Позначки Zotero (JSON)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>HTML reading copy</source>
        <translation>HTML для читання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>PDF document</source>
        <translation>Документ PDF</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>RTF document</source>
        <translation>Документ RTF</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Word document</source>
        <translation>Документ Word</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>OpenDocument text</source>
        <translation>Текст OpenDocument</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>EPUB book</source>
        <translation>Книга EPUB</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Web archive (WARC, ARC)</source>
        <translation>Вебархів (WARC, ARC)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Web archive (WACZ)</source>
        <translation>Вебархів (WACZ)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>ZIP file</source>
        <translation>Файл ZIP</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>gzip file</source>
        <translation>Файл gzip</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>tar file</source>
        <translation>Файл tar</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Zotero RDF</source>
        <translation>Zotero RDF</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Feed (RSS, Atom)</source>
        <translation>Стрічка (RSS, Atom)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Feed (JSON Feed)</source>
        <translation>Стрічка (JSON Feed)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Web page in one file (MHTML)</source>
        <translation>Вебсторінка в одному файлі (MHTML)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Mailbox (mbox)</source>
        <translation>Поштова скринька (mbox)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Letter (EML)</source>
        <translation>Лист (EML)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Export of Telegram (HTML)</source>
        <translation>Експорт із Telegram (HTML)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Saved web page</source>
        <translation>Збережена вебсторінка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Zotero and Better BibTeX JSON</source>
        <translation>JSON із Zotero та Better BibTeX</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>CSL JSON</source>
        <translation>CSL JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>RIS</source>
        <translation>RIS</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>JSON and JSON lines</source>
        <translation>JSON і рядки JSON</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Table (CSV, TSV)</source>
        <translation>Таблиця (CSV, TSV)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/format_wording.py"/>
        <source>Plain text</source>
        <translation>Звичайний текст</translation>
    </message>
</context>
<context>
    <name>FreeRows</name>
    <message>
        <location filename="../../archivist/ui/inspector/free_rows.py"/>
        <source>Add a detail</source>
        <translation>Додати подробицю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/free_rows.py"/>
        <source>Name of the detail</source>
        <translation>Назва подробиці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/free_rows.py"/>
        <source>name</source>
        <translation>назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/free_rows.py"/>
        <source>Value of {name}</source>
        <translation>Значення «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/free_rows.py"/>
        <source>value</source>
        <translation>значення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/free_rows.py"/>
        <source>Remove this detail</source>
        <translation>Вилучити цю подробицю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/free_rows.py"/>
        <source>Remove {name}</source>
        <translation>Вилучити «{name}»</translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <location filename="../../archivist/ui/scanning/model.py"/>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/model.py"/>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/model.py"/>
        <source>Passages</source>
        <translation>Уривки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/model.py"/>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning/model.py"/>
        <source>Confidence</source>
        <translation>Певність</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <location filename="../../archivist/ui/history/panel.py"/>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/history/panel.py"/>
        <source>History: %Ln step(s)</source>
        <translation>
            <numerusform>Історія: %Ln крок</numerusform>
            <numerusform>Історія: %Ln кроки</numerusform>
            <numerusform>Історія: %Ln кроків</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/panel.py"/>
        <source>Nothing has been done in this archive yet. Import an article, and it begins.</source>
        <translation>У цьому архіві ще нічого не зроблено. Імпортуйте статтю, і історія почнеться.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/panel.py"/>
        <source>No such step. Choose another article, tag, person or day, or leave them open.</source>
        <translation>Такого кроку немає. Виберіть іншу статтю, тег, особу чи день або не обмежуйте їх.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/panel.py"/>
        <source>Close the history</source>
        <translation>Закрити історію</translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message>
        <location filename="../../archivist/ui/reader/hit_bar.py"/>
        <source>Hit {number} of {count}</source>
        <translation>Збіг {number} з {count}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/reader/hit_bar.py"/>
        <source>%n hit(s) in this article</source>
        <translation>
            <numerusform>%n збіг у цій статті</numerusform>
            <numerusform>%n збіги в цій статті</numerusform>
            <numerusform>%n збігів у цій статті</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/hit_bar.py"/>
        <source>Previous hit</source>
        <translation>Попередній збіг</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/hit_bar.py"/>
        <source>Next hit</source>
        <translation>Наступний збіг</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <location filename="../../archivist/ui/reader/original_views.py"/>
        <source>The original image</source>
        <translation>Оригінал зображення</translation>
    </message>
</context>
<context>
    <name>ImportFields</name>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>as each file says</source>
        <translation>як сказано в кожному файлі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>Find out from the text</source>
        <translation>Визначити з тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>&amp;Outlet</source>
        <translation>&amp;Видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>&amp;Published</source>
        <translation>&amp;Опубліковано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>&amp;Language</source>
        <translation>&amp;Мова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>&amp;Collection</source>
        <translation>&amp;Добірка</translation>
    </message>
</context>
<context>
    <name>ImportPreviewDialog</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>%n file(s) to import</source>
        <translation>
            <numerusform>%n файл до імпорту</numerusform>
            <numerusform>%n файли до імпорту</numerusform>
            <numerusform>%n файлів до імпорту</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>%n already here</source>
        <translation>
            <numerusform>%n уже є</numerusform>
            <numerusform>%n уже є</numerusform>
            <numerusform>%n уже є</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>%n to look at</source>
        <translation>
            <numerusform>%n переглянути</numerusform>
            <numerusform>%n переглянути</numerusform>
            <numerusform>%n переглянути</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>%n refused</source>
        <translation>
            <numerusform>%n відхилено</numerusform>
            <numerusform>%n відхилено</numerusform>
            <numerusform>%n відхилено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>%n left out</source>
        <translation>
            <numerusform>%n пропущено</numerusform>
            <numerusform>%n пропущено</numerusform>
            <numerusform>%n пропущено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>Reads %n selected file(s) as</source>
        <translation>
            <numerusform>Читати %n вибраний файл як</numerusform>
            <numerusform>Читати %n вибрані файли як</numerusform>
            <numerusform>Читати %n вибраних файлів як</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>Reads all files as</source>
        <translation>Читати всі файли як</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>Import</source>
        <translation>Імпортувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>Col&amp;umns…</source>
        <translation>&amp;Стовпці…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>Files that were looked into</source>
        <translation>Переглянуті файли</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview.py"/>
        <source>Only what &amp;needs a look</source>
        <translation>Лише те, що потребує &amp;уваги</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Saved as {path}</source>
        <translation>Збережено як {path}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Save the report</source>
        <translation>Зберегти звіт</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Tables (*.csv)</source>
        <translation>Таблиці (*.csv)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>No file was found.</source>
        <translation>Не знайдено жодного файлу.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>What was imported</source>
        <translation>Що імпортовано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>All files</source>
        <translation>Усі файли</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>What needs a look</source>
        <translation>Що потребує уваги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Which files are shown</source>
        <translation>Які файли показано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>S&amp;how</source>
        <translation>&amp;Показати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Files of this import</source>
        <translation>Файли цього імпорту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>&amp;Open the article</source>
        <translation>&amp;Відкрити статтю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Show the &amp;file in its folder</source>
        <translation>Показати файл у &amp;теці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Копіювати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>&amp;Save as…</source>
        <translation>&amp;Зберегти як…</translation>
    </message>
</context>
<context>
    <name>ImportWording</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln note(s) in the report.</source>
        <translation>
            <numerusform>%Ln зауваження у звіті.</numerusform>
            <numerusform>%Ln зауваження у звіті.</numerusform>
            <numerusform>%Ln зауважень у звіті.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>{where}: {said}</source>
        <translation>{where}: {said}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>and %Ln more</source>
        <translation>
            <numerusform>і ще %Ln</numerusform>
            <numerusform>і ще %Ln</numerusform>
            <numerusform>і ще %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln piece(s) were not read:</source>
        <translation>
            <numerusform>Не прочитано %Ln частину:</numerusform>
            <numerusform>Не прочитано %Ln частини:</numerusform>
            <numerusform>Не прочитано %Ln частин:</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>{things}: {counts}.</source>
        <translation>{things}: {counts}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>{things}: {count}</source>
        <translation>{things}: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>{counted} {said}</source>
        <translation>{counted}, {said}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>{thing} {said}</source>
        <translation>{thing}: {said}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>{thing} “{name}” {said}</source>
        <translation>{thing} «{name}»: {said}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>article</source>
        <translation>стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>annotation</source>
        <translation>позначка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>tag</source>
        <translation>тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>record</source>
        <translation>запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>relation</source>
        <translation>зв’язок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>Annotations</source>
        <translation>Позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>Relations</source>
        <translation>Зв’язки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>Pieces</source>
        <translation>Частини</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln нове</numerusform>
            <numerusform>%Ln нові</numerusform>
            <numerusform>%Ln нових</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln brought back</source>
        <translation>
            <numerusform>%Ln повернуто</numerusform>
            <numerusform>%Ln повернуто</numerusform>
            <numerusform>%Ln повернуто</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln linked to a record</source>
        <translation>
            <numerusform>%Ln прив’язано до запису</numerusform>
            <numerusform>%Ln прив’язано до запису</numerusform>
            <numerusform>%Ln прив’язано до запису</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln here already</source>
        <translation>
            <numerusform>%Ln уже тут</numerusform>
            <numerusform>%Ln уже тут</numerusform>
            <numerusform>%Ln уже тут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln here under another id or name</source>
        <translation>
            <numerusform>%Ln тут під іншим id чи назвою</numerusform>
            <numerusform>%Ln тут під іншим id чи назвою</numerusform>
            <numerusform>%Ln тут під іншим id чи назвою</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln different, ours kept</source>
        <translation>
            <numerusform>%Ln відрізняється, залишено наше</numerusform>
            <numerusform>%Ln відрізняються, залишено наше</numerusform>
            <numerusform>%Ln відрізняються, залишено наше</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln replaced by theirs</source>
        <translation>
            <numerusform>%Ln замінено їхнім</numerusform>
            <numerusform>%Ln замінено їхніми</numerusform>
            <numerusform>%Ln замінено їхніми</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln kept beside ours</source>
        <translation>
            <numerusform>%Ln поряд із нашою</numerusform>
            <numerusform>%Ln поряд із нашими</numerusform>
            <numerusform>%Ln поряд із нашими</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/import_wording.py"/>
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln пропущено</numerusform>
            <numerusform>%Ln пропущено</numerusform>
            <numerusform>%Ln пропущено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Import files</source>
        <translation>Імпортувати файли</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Articles and annotations ({patterns})</source>
        <translation>Статті й позначки ({patterns})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>All files (*)</source>
        <translation>Усі файли (*)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Import a folder</source>
        <translation>Імпортувати теку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Import a bundle</source>
        <translation>Імпортувати пакунок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Bundles (*.zip bagit.txt)</source>
        <translation>Пакунки (*.zip bagit.txt)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>There is nothing here that could be an article.</source>
        <translation>Тут немає нічого, що могло б бути статтею.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Copy the words of an article, or its file, and paste again.</source>
        <translation>Скопіюйте слова статті або її файл і вставте ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Looking for files</source>
        <translation>Пошук файлів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>No file was found to import.</source>
        <translation>Не знайдено файлів для імпорту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>The import of {name} stopped after {done} of {total} files.</source>
        <translation>Імпорт «{name}» зупинився: {done} з {total} файлів.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>What had been imported by then is here.</source>
        <translation>Усе імпортоване до того тут.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Continue</source>
        <translation>Продовжити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Leave it at that</source>
        <translation>Залишити так</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Importing {name}</source>
        <translation>Імпорт: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Importing</source>
        <translation>Імпорт</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Pasting</source>
        <translation>Вставлення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>The import was stopped.</source>
        <translation>Імпорт зупинено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/importing.py"/>
        <source>Report…</source>
        <translation>Звіт…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/importing.py"/>
        <source>%n imported file(s) should be looked at.</source>
        <translation>
            <numerusform>Перегляньте %n імпортований файл.</numerusform>
            <numerusform>Перегляньте %n імпортовані файли.</numerusform>
            <numerusform>Перегляньте %n імпортованих файлів.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/importing.py"/>
        <source>%n file(s) already here</source>
        <translation>
            <numerusform>%n файл уже є</numerusform>
            <numerusform>%n файли вже є</numerusform>
            <numerusform>%n файлів уже є</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/importing.py"/>
        <source>%n file(s) refused</source>
        <translation>
            <numerusform>%n файл відхилено</numerusform>
            <numerusform>%n файли відхилено</numerusform>
            <numerusform>%n файлів відхилено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/importing.py"/>
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>%n статтю імпортовано</numerusform>
            <numerusform>%n статті імпортовано</numerusform>
            <numerusform>%n статей імпортовано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/importing.py"/>
        <source>%n file(s) imported</source>
        <translation>
            <numerusform>%n файл імпортовано</numerusform>
            <numerusform>%n файли імпортовано</numerusform>
            <numerusform>%n файлів імпортовано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/importing.py"/>
        <source>%n file(s)</source>
        <comment>of which articles came</comment>
        <translation>
            <numerusform>%n файлу</numerusform>
            <numerusform>%n файлів</numerusform>
            <numerusform>%n файлів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/importing.py"/>
        <source>%n article(s) imported from {files}</source>
        <translation>
            <numerusform>%n статтю імпортовано з {files}</numerusform>
            <numerusform>%n статті імпортовано з {files}</numerusform>
            <numerusform>%n статей імпортовано з {files}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Indexing</name>
    <message>
        <location filename="../../archivist/ui/indexing.py"/>
        <source>Updating the search index</source>
        <translation>Оновлення пошукового покажчика</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <location filename="../../archivist/ui/inspector/panel.py"/>
        <source>Choose an article in the list. What is known of it stands here.</source>
        <translation>Виберіть статтю в списку. Тут буде все, що про неї відомо.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/panel.py"/>
        <source>Inspector</source>
        <translation>Інспектор</translation>
    </message>
</context>
<context>
    <name>IntakeNotes</name>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The same bytes are in the archive already.</source>
        <translation>Такі самі байти вже є в архіві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>the same bytes are in the archive already</source>
        <translation>такі самі байти вже є в архіві</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It had been deleted and was brought back.</source>
        <translation>Її було вилучено, і вона повернулася.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is in the archive already, read as {way}, and keeps that text. {remedy}</source>
        <translation>Вона вже є в архіві, прочитана як {way}, і зберігає той текст. {remedy}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>On the command line, “{command}” gives it the other one, and its annotations follow.</source>
        <translation>У командному рядку «{command}» дасть їй інший, і позначки підуть за ним.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>To have it read anew, add an empty line at the end of a copy, import the copy in the same way, and delete this article.</source>
        <translation>Щоб прочитати її заново, додайте порожній рядок у кінці копії, імпортуйте копію так само й вилучіть цю статтю.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It could not be read ({detail}).</source>
        <translation>Не вдалося прочитати ({detail}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It lies in more than {count} files within each other.</source>
        <translation>Лежить у понад {count} файлах один в одному.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file it lies in grows too large when it is unpacked, so the rest of it was left.</source>
        <translation>Файл, у якому це лежить, надто росте при розпакуванні, тож решту залишено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It made its reader reach for the network, which was not let through.</source>
        <translation>Читання спробувало звернутися до мережі, чого не дозволено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The encoding was guessed to be {encoding}; if the text looks wrong, name another.</source>
        <translation>Кодування вгадано: {encoding}; якщо текст має хибний вигляд, назвіть інше.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>{count} characters could not be read and are shown as �.</source>
        <translation>Знаків, яких не вдалося прочитати, — їх показано як �: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file holds control characters ({count}), which may have come in by a fault.</source>
        <translation>У файлі є керівні знаки ({count}), які могли потрапити туди помилково.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The text had been encoded twice, so that its letters were not readable; it was read as it was meant.</source>
        <translation>Текст було закодовано двічі, тож літер не можна було прочитати; прочитано так, як малося на увазі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file is XML of a kind that is not known here; it was taken as it is, with its marks.</source>
        <translation>Файл — XML невідомого тут роду; взято як є, з розміткою.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file is a reading copy that an Archivist wrote: it came in as any other article, without its annotations, and with the notes in the text. Import a bundle of the articles instead.</source>
        <translation>Файл — копія для читання, яку записав Архіваріус: вона ввійшла як будь-яка стаття, без позначок і з примітками в тексті. Імпортуйте натомість пакунок статей.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Of the page only its beginning was kept.</source>
        <translation>Зі сторінки збережено лише початок.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is packed in a way that is not read ({name}).</source>
        <translation>Стиснуто способом, який не читається ({name}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is packed by Brotli, for which nothing is installed.</source>
        <translation>Стиснуто Brotli, для чого нічого не встановлено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>“{name}” is not among the files that the web archive lists.</source>
        <translation>«{name}» немає серед файлів, які перелічує вебархів.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The web archive ends, or is broken, in this page; this is what could be read of it.</source>
        <translation>На цій сторінці вебархів закінчується або пошкоджений; ось що вдалося з неї прочитати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The crawler kept only the beginning of this page ({reason}).</source>
        <translation>Збирач зберіг лише початок цієї сторінки ({reason}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The page is not what was captured by the digest that was kept with it; it may have been altered.</source>
        <translation>За контрольною сумою це не та сторінка, яку було збережено; її могли змінити.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is larger than {count} bytes.</source>
        <translation>Більше за {count} байтів.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The server answered {status} instead of a page.</source>
        <translation>Замість сторінки сервер відповів {status}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It leads to {target}, which is not in the file.</source>
        <translation>Веде до {target}, чого у файлі немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is the same page as {original}, captured again.</source>
        <translation>Та сама сторінка, що й {original}, збережена ще раз.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It only says that the page had not changed; the page itself, {original}, is not in the file.</source>
        <translation>Лише каже, що сторінка не змінилася; самої сторінки, {original}, у файлі немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It was made of a page in the same file, whose article was kept.</source>
        <translation>Зроблено зі сторінки в цьому ж файлі, статтю з якої залишено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Its length is not said, so it cannot be told from what follows.</source>
        <translation>Довжину не вказано, тож не відрізнити від того, що далі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Something that is no record stands here; reading went on at the next one.</source>
        <translation>Тут щось, що не є записом; читання продовжено з наступного.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>A part of the file, {name}, could not be read.</source>
        <translation>Частину файлу, {name}, не вдалося прочитати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The document has tracked changes; the text is the one with all of them accepted.</source>
        <translation>У документі є відстежені зміни; текст — з усіма прийнятими.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The document has comments ({count}), which are not in the text.</source>
        <translation>У документі є коментарі ({count}), яких немає в тексті.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The document has hidden text, which was left out.</source>
        <translation>У документі є прихований текст, який пропущено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The document holds pieces in other formats ({count}), which were not read.</source>
        <translation>У документі є вставки в інших форматах ({count}), яких не прочитано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It has the title of a part, and nothing else.</source>
        <translation>Там назва частини, і більше нічого.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is a title page or an imprint.</source>
        <translation>Це титульна сторінка або вихідні дані.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is missing in the book.</source>
        <translation>Цього в книжці бракує.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Not in the text: {part}. {reason}</source>
        <translation>Не в тексті: {part}. {reason}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The book does not say in which order it is read; its pages are in that of their names.</source>
        <translation>Книжка не каже, у якому порядку її читати; сторінки йдуть за назвами.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>A part of the book, {name}, could not be read.</source>
        <translation>Частину книжки, {name}, не вдалося прочитати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The end of the file is missing.</source>
        <translation>Кінця файлу бракує.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The feed holds only the title of the article.</source>
        <translation>У стрічці лише заголовок статті.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The feed may hold only a summary of the article.</source>
        <translation>У стрічці, можливо, лише виклад статті.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The date of the entry, “{date}”, cannot be understood.</source>
        <translation>Дати допису, «{date}», не зрозуміти.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The entry holds neither a title nor a text.</source>
        <translation>У дописі немає ні заголовка, ні тексту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The feed is cut off; this is what could be read of it.</source>
        <translation>Стрічку обірвано; ось що вдалося з неї прочитати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The feed declares entities of its own; those that could lead out of it or grow were not put in.</source>
        <translation>Стрічка оголошує власні сутності; тих, що могли б вести назовні або рости, не вставлено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It has no text.</source>
        <translation>Тексту немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The page is cut off; this is what could be read of it.</source>
        <translation>Сторінку обірвано; ось що вдалося з неї прочитати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The date of the letter, “{date}”, cannot be understood.</source>
        <translation>Дати листа, «{date}», не зрозуміти.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Its name in the file, “{name}”, {problem}; it was only read as the name of a piece.</source>
        <translation>Назва у файлі, «{name}», {problem}; її прочитано лише як назву частини.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The packed file is cut off or altered; this is what could be unpacked of it.</source>
        <translation>Стиснутий файл обірвано або змінено; ось що вдалося розпакувати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The tar file is cut off; what stood after this is not in it.</source>
        <translation>Файл tar обірвано; того, що йшло далі, у ньому немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The directory of the ZIP is broken or missing; its files were found without it.</source>
        <translation>Перелік ZIP пошкоджено або його немає; файли знайдено без нього.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The page says that it is in {declared}, but is in {found}.</source>
        <translation>Сторінка каже, що вона в {declared}, але вона в {found}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The page is too large or too intricate to find the article in it; all its text was kept.</source>
        <translation>Сторінка завелика або заскладна, щоб знайти в ній статтю; збережено весь її текст.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>No article was found in the page; all its text was kept.</source>
        <translation>На сторінці не знайдено статті; збережено весь її текст.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The text is what the page gives to search engines; it may differ from what was shown.</source>
        <translation>Це текст, який сторінка дає пошуковим машинам; він може відрізнятися від показаного.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The page says that it needs JavaScript; what it showed in the browser may not be in it.</source>
        <translation>Сторінка каже, що потребує JavaScript; показаного в браузері в ній може не бути.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The page says that the rest of the article is for subscribers; it may be cut short.</source>
        <translation>Сторінка каже, що решта статті — для передплатників; її, можливо, скорочено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The page is a check of whether its reader is human, not the article.</source>
        <translation>Це перевірка, чи читач — людина, а не стаття.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file is cut off; the end of the page may be missing.</source>
        <translation>Файл обірвано; кінця сторінки може бракувати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The text stands in a frame of the page.</source>
        <translation>Текст стоїть у фреймі сторінки.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The end of the file is missing, and with it, perhaps, pages.</source>
        <translation>Кінця файлу бракує, а з ним, можливо, й сторінок.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>This attachment could not be taken out of the PDF.</source>
        <translation>Цього вкладення не вдалося вийняти з PDF.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file is damaged; {pages} could not be read.</source>
        <translation>Файл пошкоджено; не вдалося прочитати: {pages}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file is very long; the text of {pages} was kept as it stands there.</source>
        <translation>Файл дуже довгий; текст збережено таким, як він там є: {pages}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The last {count} pages were not read, as the file has too many.</source>
        <translation>Останніх сторінок не прочитано, бо їх у файлі забагато: {count}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The text was written in Latin letters that are shown as Cyrillic ones; it was rewritten.</source>
        <translation>Текст записано латинськими літерами, які показуються як кириличні; його переписано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file has no text.</source>
        <translation>У файлі немає тексту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file is a scan without text that can be read; with tesseract installed it would be.</source>
        <translation>Файл — скан без тексту, який можна прочитати; із встановленим tesseract його було б прочитано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file is a scan without text that could not be recognised in time.</source>
        <translation>Файл — скан без тексту, якого не вдалося вчасно розпізнати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file is a scan whose text was recognised, which makes mistakes.</source>
        <translation>Файл — скан, текст якого розпізнано, а це дає помилки.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The file is a scan without text, in which no letters were recognised.</source>
        <translation>Файл — скан без тексту, у якому не розпізнано літер.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>{pages} without text that can be read; with tesseract installed it would be.</source>
        <translation>{pages} без тексту, який можна прочитати; із встановленим tesseract його було б прочитано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>{pages} without text that could not be recognised in time.</source>
        <translation>{pages} без тексту, якого не вдалося вчасно розпізнати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>{pages} whose text was recognised, which makes mistakes.</source>
        <translation>{pages}, текст яких розпізнано, а це дає помилки.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>{pages} without text, in which no letters were recognised.</source>
        <translation>{pages} без тексту, у яких не розпізнано літер.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The letters were hard to make out on {pages}.</source>
        <translation>Літери погано видно: {pages}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Page {pages} is a scan</source>
        <translation>Сторінка {pages} — скан</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Pages {pages} are scans</source>
        <translation>Сторінки {pages} — скани</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>page {pages}</source>
        <translation>сторінка {pages}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>pages {pages}</source>
        <translation>сторінки {pages}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is metadata only, without a text.</source>
        <translation>Лише метадані, без тексту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The export holds no text of the article; what it says about it, the abstract or notes, was taken.</source>
        <translation>В експорті немає тексту статті; узято те, що він про неї каже: анотацію чи примітки.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The attached file “{name}” is not beside the export.</source>
        <translation>Доданого файлу «{name}» поряд з експортом немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It got another text meanwhile, and keeps that.</source>
        <translation>Вона тим часом отримала інший текст і зберігає його.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>No text was found in its original.</source>
        <translation>У її оригіналі не знайдено тексту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Its text was corrected by hand, and reading it again would take that back.</source>
        <translation>Її текст виправлено вручну, і нове читання скасувало б це.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Its text came with annotations that count places in it, and stays as it was.</source>
        <translation>Її текст прийшов із позначками, які рахують у ньому місця, і лишається як був.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>No original is kept of it.</source>
        <translation>Її оригіналу не збережено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Its original is now read as {count} articles, none of which is surely this one.</source>
        <translation>Її оригінал тепер читається як кілька статей ({count}), жодна з яких не є напевно цією.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Several profiles are for such columns, so none was used: {names}.</source>
        <translation>Для таких стовпців є кілька профілів, тож не вжито жодного: {names}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Its date “{date}” could not be understood.</source>
        <translation>Дати «{date}» не вдалося зрозуміти.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Its cells cannot be told apart, because its quotation marks do not pair.</source>
        <translation>Комірок не відрізнити, бо лапки не в парі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It stands above the names of the columns.</source>
        <translation>Стоїть над назвами стовпців.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It has {number} cells, where there are {other} columns.</source>
        <translation>Комірок {number}, а стовпців {other}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Its row has {number} cells of {other}.</source>
        <translation>У рядку комірок {number} з {other}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>Dates such as “{date}” were read with the day before the month; a profile can say that it is the other way round.</source>
        <translation>Дати на зразок «{date}» прочитано з днем перед місяцем; профіль може сказати, що навпаки.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>What stands in the column “{column}” is not understood as dates: “{value}”.</source>
        <translation>Того, що у стовпці «{column}», не зрозуміти як дати: «{value}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>No column is called the text, so that of the longest texts was taken for it: “{column}”.</source>
        <translation>Жоден стовпець не названо текстом, тож узято той, де тексти найдовші: «{column}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>The texts are those of the column “{column}”, which may be no more than the beginning of each article.</source>
        <translation>Тексти взято зі стовпця «{column}», де може бути лише початок кожної статті.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>There is no column “{column}”, which the profile names for {field}.</source>
        <translation>Стовпця «{column}», який профіль називає для поля {field}, немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is not JSON ({reason}).</source>
        <translation>Це не JSON ({reason}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is not JSON ({reason}); what follows was not read.</source>
        <translation>Це не JSON ({reason}); далі не прочитано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>What {names} marks in the text was not taken: it is of no format of annotations that is read.</source>
        <translation>Того, що {names} позначає в тексті, не взято: це не формат позначок, який читається.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/intake_notes.py"/>
        <source>It is not well-formed ({problem}); it was read as far as it could be.</source>
        <translation>Неправильно побудовано ({problem}); прочитано, скільки вдалося.</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <location filename="../../archivist/ui/jobs.py"/>
        <source>Searching</source>
        <translation>Пошук</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>New &amp;key:</source>
        <translation>Нова &amp;клавіша:</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>&amp;Set</source>
        <translation>&amp;Задати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>&amp;No key</source>
        <translation>&amp;Без клавіші</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>&amp;Usual key</source>
        <translation>З&amp;вичайна клавіша</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>&amp;Take it</source>
        <translation>&amp;Забрати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>Choose an action, go to the field and press the new key.</source>
        <translation>Виберіть дію, перейдіть у поле й натисніть нову клавішу.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>Press the new key of “{action}”.</source>
        <translation>Натисніть нову клавішу дії «{action}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>This key edits or moves in every field, so no action can have it.</source>
        <translation>Ця клавіша редагує або пересуває в кожному полі, тож її не може мати жодна дія.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>This key belongs to “{action}”.</source>
        <translation>Ця клавіша належить дії «{action}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>In the article this is the key of the tag “{tag}”. Change it in the codebook first.</source>
        <translation>У статті це клавіша тегу «{tag}». Спершу змініть її в кодовій книзі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>Its key was taken back from {actions}.</source>
        <translation>Клавішу забрано назад. Її мали: {actions}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>New key</source>
        <translation>Нова клавіша</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/key_form.py"/>
        <source>Clear the field</source>
        <translation>Очистити поле</translation>
    </message>
</context>
<context>
    <name>LabelMappingDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Looking at {name}</source>
        <translation>Перегляд «{name}»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln текст</numerusform>
            <numerusform>%Ln тексти</numerusform>
            <numerusform>%Ln текстів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln позначка</numerusform>
            <numerusform>%Ln позначки</numerusform>
            <numerusform>%Ln позначок</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>There is no annotation in it that could be read.</source>
        <translation>У ньому немає позначок, які можна прочитати.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>%Ln piece(s) of it cannot be read; the report will name each.</source>
        <translation>
            <numerusform>%Ln частину прочитати неможливо; звіт про це скаже.</numerusform>
            <numerusform>%Ln частини прочитати неможливо; звіт назве кожну.</numerusform>
            <numerusform>%Ln частин прочитати неможливо; звіт назве кожну.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>%Ln annotation(s) will be left out.</source>
        <translation>
            <numerusform>%Ln позначку буде пропущено.</numerusform>
            <numerusform>%Ln позначки буде пропущено.</numerusform>
            <numerusform>%Ln позначок буде пропущено.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>As chosen here</source>
        <translation>Як вибрано тут</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Labels of {name}</source>
        <translation>Мітки: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Looking…</source>
        <translation>Перегляд…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Choose one label or several, then the tag that their marks become.</source>
        <translation>Виберіть одну або кілька міток, а тоді тег, яким стануть їхні позначки.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Labels and the tags that they become</source>
        <translation>Мітки й теги, якими вони стають</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Tag</source>
        <translation>Тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>A new tag</source>
        <translation>Новий тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Leave out</source>
        <translation>Пропустити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Name of the new tag</source>
        <translation>Назва нового тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>&amp;Becomes</source>
        <translation>&amp;Стає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>na&amp;med</source>
        <translation>під &amp;назвою</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Ma&amp;pping</source>
        <translation>&amp;Відповідність</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Kept mapping</source>
        <translation>Збережена відповідність</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Name to keep it under</source>
        <translation>Під якою назвою зберегти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>&amp;Keep for next time</source>
        <translation>&amp;Зберегти на майбутнє</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping.py"/>
        <source>Import</source>
        <translation>Імпортувати</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <location filename="../../archivist/ui/reader/label_words.py"/>
        <source>sure, {percent}</source>
        <translation>певно, {percent}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/label_words.py"/>
        <source>fairly sure, {percent}</source>
        <translation>майже певно, {percent}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/label_words.py"/>
        <source>a guess, {percent}</source>
        <translation>здогад, {percent}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/label_words.py"/>
        <source>as of {date}</source>
        <translation>станом на {date}</translation>
    </message>
</context>
<context>
    <name>LabelsModel</name>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping_model.py"/>
        <source>Label in the file</source>
        <translation>Мітка у файлі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping_model.py"/>
        <source>Marks</source>
        <translation>Позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping_model.py"/>
        <source>For example</source>
        <translation>Наприклад</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping_model.py"/>
        <source>Becomes the tag</source>
        <translation>Стає тегом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping_model.py"/>
        <source>(without a label)</source>
        <translation>(без мітки)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping_model.py"/>
        <source>left out</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/label_mapping_model.py"/>
        <source>{tag} (new {kind})</source>
        <translation>{tag} (новий тег, {kind})</translation>
    </message>
</context>
<context>
    <name>LanguageNames</name>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Unknown</source>
        <translation>Невідома</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Ukrainian</source>
        <translation>Українська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Russian</source>
        <translation>Російська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>English</source>
        <translation>Англійська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Afrikaans</source>
        <translation>Африкаанс</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Arabic</source>
        <translation>Арабська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Azerbaijani</source>
        <translation>Азербайджанська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Belarusian</source>
        <translation>Білоруська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Bulgarian</source>
        <translation>Болгарська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Bengali</source>
        <translation>Бенгальська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Bosnian</source>
        <translation>Боснійська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Catalan</source>
        <translation>Каталанська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Crimean Tatar</source>
        <translation>Кримськотатарська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Czech</source>
        <translation>Чеська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Welsh</source>
        <translation>Валлійська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Danish</source>
        <translation>Данська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>German</source>
        <translation>Німецька</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Greek</source>
        <translation>Грецька</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Esperanto</source>
        <translation>Есперанто</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Spanish</source>
        <translation>Іспанська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Estonian</source>
        <translation>Естонська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Basque</source>
        <translation>Баскська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Persian</source>
        <translation>Перська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Finnish</source>
        <translation>Фінська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>French</source>
        <translation>Французька</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Irish</source>
        <translation>Ірландська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Galician</source>
        <translation>Галісійська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Hebrew</source>
        <translation>Іврит</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Hindi</source>
        <translation>Гінді</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Croatian</source>
        <translation>Хорватська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Hungarian</source>
        <translation>Угорська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Armenian</source>
        <translation>Вірменська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Indonesian</source>
        <translation>Індонезійська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Icelandic</source>
        <translation>Ісландська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Italian</source>
        <translation>Італійська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Japanese</source>
        <translation>Японська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Georgian</source>
        <translation>Грузинська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Kazakh</source>
        <translation>Казахська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Korean</source>
        <translation>Корейська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Kyrgyz</source>
        <translation>Киргизька</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Latin</source>
        <translation>Латина</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Lithuanian</source>
        <translation>Литовська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Latvian</source>
        <translation>Латиська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Macedonian</source>
        <translation>Македонська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Mongolian</source>
        <translation>Монгольська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Malay</source>
        <translation>Малайська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Norwegian</source>
        <translation>Норвезька</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Dutch</source>
        <translation>Нідерландська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Nynorsk</source>
        <translation>Нюношк</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Polish</source>
        <translation>Польська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Portuguese</source>
        <translation>Португальська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Romanian</source>
        <translation>Румунська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Slovak</source>
        <translation>Словацька</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Slovenian</source>
        <translation>Словенська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Albanian</source>
        <translation>Албанська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Serbian</source>
        <translation>Сербська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Swedish</source>
        <translation>Шведська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Swahili</source>
        <translation>Суахілі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Tamil</source>
        <translation>Тамільська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Tajik</source>
        <translation>Таджицька</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Thai</source>
        <translation>Тайська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Turkmen</source>
        <translation>Туркменська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Turkish</source>
        <translation>Турецька</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Tatar</source>
        <translation>Татарська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Urdu</source>
        <translation>Урду</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Uzbek</source>
        <translation>Узбецька</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Vietnamese</source>
        <translation>В’єтнамська</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Yiddish</source>
        <translation>Їдиш</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/language_names.py"/>
        <source>Chinese</source>
        <translation>Китайська</translation>
    </message>
</context>
<context>
    <name>LayoutFields</name>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Find out: {value}</source>
        <translation>Визначити: {value}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Find out</source>
        <translation>Визначити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>First row</source>
        <translation>Перший рядок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>No names</source>
        <translation>Без назв</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Day first</source>
        <translation>Спершу день</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Month first</source>
        <translation>Спершу місяць</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Plain text</source>
        <translation>Звичайний текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Deli&amp;miter</source>
        <translation>Роз&amp;дільник</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>&amp;Names of the columns</source>
        <translation>&amp;Назви стовпців</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>En&amp;coding</source>
        <translation>&amp;Кодування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Dates in di&amp;gits</source>
        <translation>&amp;Цифрові дати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Mar&amp;kup of the texts</source>
        <translation>Розмітка тек&amp;стів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Comma</source>
        <translation>Кома</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Semicolon</source>
        <translation>Крапка з комою</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Tab</source>
        <translation>Табуляція</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_fields.py"/>
        <source>Bar</source>
        <translation>Вертикальна риска</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <location filename="../../archivist/ui/linking.py"/>
        <source>No record has been linked yet.</source>
        <translation>Ще не прив’язано жодного запису.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/linking.py"/>
        <source>{key} chooses one.</source>
        <translation>{key} — вибрати запис.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/linking.py"/>
        <source>No annotation is chosen, so there is nothing to link.</source>
        <translation>Позначку не вибрано, тож нема чого прив’язувати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/linking.py"/>
        <source>Tag the words first, or click the ones that are tagged.</source>
        <translation>Спершу позначте слова або клацніть уже позначені.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/linking.py"/>
        <source>Of dates there are no records.</source>
        <translation>Для дат записів немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/linking.py"/>
        <source>Say what the date means in its details.</source>
        <translation>Що означає дата, вкажіть у її відомостях.</translation>
    </message>
</context>
<context>
    <name>LossWording</name>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>text</source>
        <translation>тексти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>texts</source>
        <translation>тексти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>ends of texts</source>
        <translation>кінці текстів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>characters</source>
        <translation>символи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>characters that XML cannot hold</source>
        <translation>символи, яких не може бути в XML</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>title</source>
        <translation>заголовки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>outlet</source>
        <translation>видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>byline</source>
        <translation>автори</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>section</source>
        <translation>рубрики</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>url</source>
        <translation>адреси</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>published</source>
        <translation>дати публікації</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>captured</source>
        <translation>дати збереження з мережі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>language</source>
        <translation>мови</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>languages</source>
        <translation>мови</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>collections</source>
        <translation>добірки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>original</source>
        <translation>оригінали</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>provenance</source>
        <translation>походження</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>restrictions</source>
        <translation>обмеження</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>restricted articles</source>
        <translation>статті з обмеженнями</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>article ids</source>
        <translation>ідентифікатори статей</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>annotations</source>
        <translation>позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>annotations not chosen</source>
        <translation>невибрані позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>annotations that overlap one before them</source>
        <translation>позначки, що перетинаються з попередніми</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>places after characters such as emoji</source>
        <translation>місця після символів на зразок емодзі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>annotation ids</source>
        <translation>ідентифікатори позначок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>annotations for review</source>
        <translation>позначки на перегляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>notes</source>
        <translation>примітки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>attributes</source>
        <translation>атрибути</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>annotators</source>
        <translation>анотатори</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>times of annotations</source>
        <translation>час позначок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>codebook</source>
        <translation>кодова книга</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>records</source>
        <translation>записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>records of figures</source>
        <translation>записи показників</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>links to records</source>
        <translation>прив’язки до записів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>ids of records elsewhere</source>
        <translation>зовнішні ідентифікатори записів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>languages of other names</source>
        <translation>мови інших назв</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>relations</source>
        <translation>зв’язки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>relations across articles</source>
        <translation>зв’язки між статтями</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>relations of records</source>
        <translation>зв’язки записів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>authors and times of records</source>
        <translation>автори й час записів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>authors and times of relations</source>
        <translation>автори й час зв’язків</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>relations of figures</source>
        <translation>зв’язки показників</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>relations of annotations and records</source>
        <translation>зв’язки позначок і записів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>what events are a part of</source>
        <translation>частиною чого є події</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>types of events</source>
        <translation>типи подій</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>groups</source>
        <translation>групи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>roles</source>
        <translation>посади</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>roles of actors that are no persons</source>
        <translation>посади акторів, що не є особами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>history</source>
        <translation>історія</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>entries of the history</source>
        <translation>записи історії</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format has no place for them</source>
        <translation>формат не має для них місця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format holds what was marked, not the texts</source>
        <translation>формат містить позначене, а не тексти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format has no place for the ids of articles; by them they would be known again</source>
        <translation>формат не має місця для ідентифікаторів статей, за якими їх було б упізнано знову</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format has no place for the ids of annotations; by them they would be known again</source>
        <translation>формат не має місця для ідентифікаторів позначок, за якими їх було б упізнано знову</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the words that they marked are not at their place in the text</source>
        <translation>позначених ними слів немає на їхньому місці в тексті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the files that were imported are not part of the format</source>
        <translation>імпортовані файли не входять у цей формат</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format does not say how and when the texts were made from the originals</source>
        <translation>формат не каже, як і коли тексти зроблено з оригіналів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format does not say who changed what and when</source>
        <translation>формат не каже, хто, що й коли змінив</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format does not describe tags: their kind, parent, colour, key and description</source>
        <translation>формат не описує тегів: їхнього виду, місця в ієрархії, кольору, клавіші та опису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format does not relate annotations</source>
        <translation>формат не зв’язує позначок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format does not relate annotations of different articles</source>
        <translation>формат не зв’язує позначок із різних статей</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format does not relate records</source>
        <translation>формат не зв’язує записів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the format does not say who made them and when</source>
        <translation>формат не каже, хто й коли їх зробив</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>an annotation at one of their ends is not carried</source>
        <translation>позначка на одному з їхніх кінців не переноситься</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>are under embargo or redacted, and restricted articles were not asked for</source>
        <translation>закриті або під ембарго, а статей з обмеженнями не замовлено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>bear another tag, are of another kind or by another annotator than was asked for</source>
        <translation>мають інший тег, вид або анотатора, ніж замовлено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>the annotation that they join is for review</source>
        <translation>позначка, яку вони поєднують, чекає на перегляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>joined something that does not belong to these articles</source>
        <translation>поєднували щось, що не належить до цих статей</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>belong to restricted articles alone, or are parts of what does</source>
        <translation>належать лише статтям з обмеженнями або є частинами такого</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>tell of annotations that were not chosen, or of their relations</source>
        <translation>розповідають про невибрані позначки або їхні зв’язки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>held NUL or half characters, which no bundle can; it was written without them</source>
        <translation>містили NUL або половинки символів, чого не може бути в пакунку; записано без них</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>XML cannot hold these control characters; other programs see U+FFFD in their place</source>
        <translation>в XML не може бути цих керівних символів; інші програми побачать на їхньому місці U+FFFD</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>U+FFFD stands in their place</source>
        <translation>на їхньому місці стоїть U+FFFD</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>doccano drops one of two such, unless its project allows overlapping spans; the file itself has both</source>
        <translation>doccano відкидає одну з двох таких, якщо його проєкт не дозволяє перетинів; у самому файлі є обидві</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>a text has no more than {count} characters</source>
        <translation>текст має не більше ніж {count} символів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>are longer than the {count} units of UTF-16 that a cell holds, so their beginning was written</source>
        <translation>довші, ніж уміщує клітинка ({count} одиниць UTF-16), тому записано початок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>only Q numbers of Wikidata are written</source>
        <translation>записуються лише номери Q з Wikidata</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>a name of FollowTheMoney does not say its language</source>
        <translation>назва у FollowTheMoney не каже своєї мови</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>FollowTheMoney has no schema for what is counted</source>
        <translation>FollowTheMoney не має схеми для того, що рахують</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>FollowTheMoney has no annotations</source>
        <translation>FollowTheMoney не має позначок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>FollowTheMoney has no parts of events</source>
        <translation>FollowTheMoney не має частин подій</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>are written as keywords</source>
        <translation>записуються як ключові слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>are written as legal entities, of which it is not said what they are</source>
        <translation>записуються як юридичні особи, про які не сказано, що вони таке</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>only a person has a position</source>
        <translation>посаду має лише особа</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/loss_wording.py"/>
        <source>are written without their organisation and times</source>
        <translation>записуються без організації та часу</translation>
    </message>
</context>
<context>
    <name>LossesPreview</name>
    <message>
        <location filename="../../archivist/ui/dialogs/export_losses.py"/>
        <source>Counting…</source>
        <translation>Підрахунок…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/export_losses.py"/>
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln стаття</numerusform>
            <numerusform>%Ln статті</numerusform>
            <numerusform>%Ln статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/export_losses.py"/>
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln позначка</numerusform>
            <numerusform>%Ln позначки</numerusform>
            <numerusform>%Ln позначок</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export_losses.py"/>
        <source>{articles} with {annotations} would be written.</source>
        <translation>Буде записано: {articles}, {annotations}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export_losses.py"/>
        <source>Nothing would be lost.</source>
        <translation>Нічого не буде втрачено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export_losses.py"/>
        <source>What would be lost</source>
        <translation>Що буде втрачено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export_losses.py"/>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export_losses.py"/>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/export_losses.py"/>
        <source>Lost</source>
        <translation>Втрачено</translation>
    </message>
</context>
<context>
    <name>MarkedView</name>
    <message>
        <location filename="../../archivist/ui/reader/marked_view.py"/>
        <source>Chosen: {tag}, “{words}”</source>
        <translation>Вибрано: {tag}, «{words}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/marked_view.py"/>
        <source>Suggested: {label} ({confidence}), “{words}”</source>
        <translation>Запропоновано: {label} ({confidence}), «{words}»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/reader/marked_view.py"/>
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n позначка</numerusform>
            <numerusform>%n позначки</numerusform>
            <numerusform>%n позначок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasuresModel</name>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>All tags</source>
        <translation>Усі теги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>Tag</source>
        <translation>Тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>Marks</source>
        <translation>Позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>F1 exact</source>
        <translation>F1 точно</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>F1 overlap</source>
        <translation>F1 з перетином</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>Cohen’s κ</source>
        <translation>κ Коена</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>Fleiss’ κ</source>
        <translation>κ Флейса</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>α of units</source>
        <translation>α одиниць</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>How many annotations each annotator has, in the order of the names above</source>
        <translation>Скільки позначок має кожен анотатор, у порядку імен угорі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>The share of spans that have the same edges and tag</source>
        <translation>Частка фрагментів з однаковими межами й тегом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>The share of spans of one tag that overlap</source>
        <translation>Частка фрагментів одного тегу, що перетинаються</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>Cohen’s kappa of single characters; of more than two, the mean of all pairs</source>
        <translation>Каппа Коена за окремими символами; якщо анотаторів понад двоє — середнє за всіма парами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>Fleiss’ kappa of single characters</source>
        <translation>Каппа Флейса за окремими символами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>Krippendorff’s alpha of single characters, nominal</source>
        <translation>Альфа Кріппендорфа за окремими символами, номінальна</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/agreement/measures_model.py"/>
        <source>Krippendorff’s alpha of where spans begin and end</source>
        <translation>Альфа Кріппендорфа за тим, де фрагменти починаються й закінчуються</translation>
    </message>
</context>
<context>
    <name>MergeBundleDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>Merge {name}</source>
        <translation>Злиття з {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>It differs from this archive in %Ln thing(s)</source>
        <translation>
            <numerusform>Пакунок відрізняється від цього архіву: %Ln об’єкт</numerusform>
            <numerusform>Пакунок відрізняється від цього архіву: %Ln об’єкти</numerusform>
            <numerusform>Пакунок відрізняється від цього архіву: %Ln об’єктів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>What is new comes in whatever is decided. One undo takes the whole import back.</source>
        <translation>Нове буде додано за будь-якого рішення. Одне скасування поверне все, як було до імпорту.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>What differs</source>
        <translation>Відмінності</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>Decision</source>
        <translation>Рішення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>&amp;The chosen ones</source>
        <translation>Для &amp;вибраних</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>All of them</source>
        <translation>Для всіх</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>O&amp;urs</source>
        <translation>На&amp;ше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>T&amp;heirs</source>
        <translation>&amp;Їхнє</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle.py"/>
        <source>Import</source>
        <translation>Імпортувати</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/merge_records.py"/>
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln уривок</numerusform>
            <numerusform>%Ln уривки</numerusform>
            <numerusform>%Ln уривків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/merge_records.py"/>
        <source>%Ln relation(s)</source>
        <translation>
            <numerusform>%Ln зв’язок</numerusform>
            <numerusform>%Ln зв’язки</numerusform>
            <numerusform>%Ln зв’язків</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_records.py"/>
        <source>{passages} and {relations} go to “{name}”. The other names become further names of it, and what it does not say is taken from the others. One undo takes all of it back.</source>
        <translation>До «{name}» переходить: {passages}, {relations}. Решта назв стануть його додатковими назвами, а чого в ньому не сказано, те буде взято з інших. Одне скасування поверне все назад.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_records.py"/>
        <source>Merge records</source>
        <translation>Об’єднання записів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_records.py"/>
        <source>Which of these stays?</source>
        <translation>Який із них залишиться?</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_records.py"/>
        <source>&amp;Merge</source>
        <translation>&amp;Об’єднати</translation>
    </message>
</context>
<context>
    <name>MergeNotes</name>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is here under another id</source>
        <translation>уже є під іншим id</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is here under another id, {id}</source>
        <translation>уже є під іншим id, {id}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>differs in {fields}; ours is kept</source>
        <translation>відрізняється ({fields}); залишено наше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>differs in {fields}; ours is kept, and {why}</source>
        <translation>відрізняється ({fields}); залишено наше, і {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>stays a part of what it was</source>
        <translation>лишається частиною того самого</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>was taken, but for its place, which is not found</source>
        <translation>взято, крім місця, якого не знайдено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>was deleted during the import, and came back</source>
        <translation>вилучено під час імпорту, і повернулося</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is not linked, as “{name}” is of kind {kind} here</source>
        <translation>не прив’язано, бо «{name}» тут має вид «{kind}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is not linked, as there is no record “{name}” in the file</source>
        <translation>не прив’язано, бо запису «{name}» у файлі немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>has the name “{name}” here, because another tag has its own</source>
        <translation>тут має назву «{name}», бо його власну має інший тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>has no key here, because “{key}” belongs to another tag</source>
        <translation>тут не має клавіші, бо «{key}» належить іншому тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>has no key here, because “{key}” is none or belongs to another tag</source>
        <translation>тут не має клавіші, бо «{key}» — не клавіша або належить іншому тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>has a colour of its kind here, because “{colour}” is none</source>
        <translation>тут має колір свого виду, бо «{colour}» — не колір</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is what the label “{label}” means</source>
        <translation>саме це означає мітка «{label}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>has no “{name}” here, as “{value}” is no date</source>
        <translation>тут не має поля «{name}», бо «{value}» — не дата</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is a part of nothing here: {why}</source>
        <translation>тут не є частиною нічого: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>joins what has become one record here</source>
        <translation>з’єднує те, що тут стало одним записом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>was left out: {why}; annotations left out with it: {number}</source>
        <translation>пропущено: {why}; разом пропущено позначок: {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>was left out: {why}</source>
        <translation>пропущено: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>was left out: its end “{key}” was not taken in</source>
        <translation>пропущено: кінець «{key}» не взято</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>was left out: there is no kind “{name}”</source>
        <translation>пропущено: виду «{name}» немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>no record “{key}” is in the file</source>
        <translation>запису «{key}» у файлі немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>what follows was not read: {why}</source>
        <translation>далі не прочитано: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>left out, as their document was</source>
        <translation>пропущено, як і їхній документ</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>with the label “{label}”: left out, as decided</source>
        <translation>з міткою «{label}»: пропущено, як вирішено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>without a label: left out, as decided</source>
        <translation>без мітки: пропущено, як вирішено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its text is empty</source>
        <translation>текст порожній</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its text is not in the file, and no article here has its id, address or title</source>
        <translation>тексту у файлі немає, а статті з таким id, адресою чи заголовком тут немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its text is not in the file, and {number} articles here have its address or title</source>
        <translation>тексту у файлі немає, а статей з такою адресою чи заголовком тут кілька: {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its only annotation was not taken in</source>
        <translation>єдиної позначки не взято</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>none of its {number} annotations was taken in</source>
        <translation>не взято жодної позначки з {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>no annotations were found in it: its text is not marked</source>
        <translation>позначок не знайдено: текст не розмічено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>no annotations were found in it: its {number} texts are not marked</source>
        <translation>позначок не знайдено: жодного з текстів ({number}) не розмічено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>no annotations were found in it: it only defines tags</source>
        <translation>позначок не знайдено: файл лише визначає теги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>no annotations were found in it: it only holds records</source>
        <translation>позначок не знайдено: у файлі лише записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>no annotations were found in it: it only defines tags and holds records</source>
        <translation>позначок не знайдено: файл лише визначає теги й містить записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>no annotations were found in it: nothing that is in it could be read</source>
        <translation>позначок не знайдено: нічого з того, що у файлі, не вдалося прочитати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>no annotations were found in it: nothing in it is of the format {name}</source>
        <translation>позначок не знайдено: у файлі немає нічого у форматі {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is for review: {why}</source>
        <translation>на перегляд: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is for review: its words are not in the text here, or more than once</source>
        <translation>на перегляд: цих слів у тутешньому тексті немає або вони є кілька разів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is for review: its words are not in the text at its place, and not at one other place alone</source>
        <translation>на перегляд: цих слів немає на їхньому місці й немає в одному-єдиному іншому</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is for review: the article has another text here, where its words are not, or more than once</source>
        <translation>на перегляд: стаття має тут інший текст, де цих слів немає або вони є кілька разів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is for review: the file has neither its words nor the text that it counts in</source>
        <translation>на перегляд: у файлі немає ні слів, ні тексту, у якому він рахує</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>is for review: what the offsets of its document count is not certain</source>
        <translation>на перегляд: невідомо напевно, у чому рахують зміщення документа</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its offsets count {unit}, as {some} of {all} quotes show</source>
        <translation>зміщення рахують {unit}, як видно з цитат: {some} із {all}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>was found where its offsets count {unit}</source>
        <translation>знайдено там, де зміщення рахують {unit}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>was moved to its words, from {start} to {end}</source>
        <translation>перенесено до своїх слів: з {start} на {end}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>was moved to its words, as {why}</source>
        <translation>перенесено до своїх слів, бо {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{why}, and the file does not repeat its words</source>
        <translation>{why}, а самих слів файл не повторює</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>it has no offsets</source>
        <translation>зміщень немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its offsets {start} to {end} are reversed</source>
        <translation>зміщення {start}–{end} переставлено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its offsets {start} to {end} mark nothing</source>
        <translation>зміщення {start}–{end} нічого не позначають</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its offsets {start} to {end} are outside the text, which has {length}</source>
        <translation>зміщення {start}–{end} поза текстом, довжина якого {length}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its offsets {start} to {end} cut a character</source>
        <translation>зміщення {start}–{end} розтинають знак</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its offsets {start} to {end} are at other words</source>
        <translation>зміщення {start}–{end} вказують на інші слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>its offsets {start} to {end} mark what is no text</source>
        <translation>зміщення {start}–{end} позначають не текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>code points</source>
        <translation>знаки (code points)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>UTF-16 units</source>
        <translation>одиниці UTF-16</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>bytes of UTF-8</source>
        <translation>байти UTF-8</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{unit} from 1</source>
        <translation>{unit} від 1</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{unit} from 1 with the end included</source>
        <translation>{unit} від 1, включно з кінцем</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{unit} with the end included</source>
        <translation>{unit} включно з кінцем</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{unit} with line ends as one</source>
        <translation>{unit}, кінець рядка як один знак</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{unit} with line ends as two</source>
        <translation>{unit}, кінець рядка як два знаки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{unit} without the mark at the beginning of the file</source>
        <translation>{unit} без позначки на початку файлу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{unit} of the text as it is kept here</source>
        <translation>{unit} тексту, як його збережено тут</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>keeps its “{name}” as “{other}”: {why}</source>
        <translation>зберігає «{name}» як «{other}»: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>keeps its numbers under other names: {why}</source>
        <translation>зберігає числа під іншими назвами: {why}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>keeps its {names} in the note</source>
        <translation>зберігає в примітці: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{number} annotations come after characters such as emoji, and the file does not say whether its places count these as one or as two; they were taken to count them as one</source>
        <translation>позначок після знаків на зразок емодзі: {number}, а файл не каже, чи його місця рахують їх за один чи за два; узято за один</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/merge_notes.py"/>
        <source>{number} annotations come after characters such as emoji, and the file does not say whether its places count these as one or as two; they were taken to count them as two, as words show</source>
        <translation>позначок після знаків на зразок емодзі: {number}, а файл не каже, чи його місця рахують їх за один чи за два; узято за два, як показують слова</translation>
    </message>
</context>
<context>
    <name>MergeTagDialog</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/merge_tag_dialog.py"/>
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln позначка</numerusform>
            <numerusform>%Ln позначки</numerusform>
            <numerusform>%Ln позначок</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/merge_tag_dialog.py"/>
        <source>{moved} of “{name}” will go to “{other}”, which then has {together}. “{name}” is deleted; the tags below it come below “{other}”. One undo takes all of it back.</source>
        <translation>З «{name}» до «{other}» переходить: {moved}. Разом там буде: {together}. Тег «{name}» видаляється, а теги під ним стають під «{other}». Одне скасування все поверне.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/merge_tag_dialog.py"/>
        <source>Merge tags</source>
        <translation>Об’єднання тегів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/merge_tag_dialog.py"/>
        <source>{name} ({count})</source>
        <translation>{name} ({count})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/merge_tag_dialog.py"/>
        <source>Merge “{name}” into:</source>
        <translation>Об’єднати «{name}» з тегом:</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/merge_tag_dialog.py"/>
        <source>&amp;Merge</source>
        <translation>&amp;Об’єднати</translation>
    </message>
</context>
<context>
    <name>MergeWording</name>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Article</source>
        <translation>Стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Annotation</source>
        <translation>Позначка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Tag</source>
        <translation>Тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Record</source>
        <translation>Запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Relation</source>
        <translation>Зв’язок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>{things}: {counts}</source>
        <translation>{things}: {counts}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Annotations</source>
        <translation>Позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Relations</source>
        <translation>Зв’язки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Keep ours</source>
        <translation>Лишити наше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Take theirs</source>
        <translation>Узяти їхнє</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>Keep both</source>
        <translation>Лишити обидва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>for review</source>
        <translation>на перегляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>in its place</source>
        <translation>на своєму місці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>{tag}, marked by {who}</source>
        <translation>{tag}, позначено: {who}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln нове</numerusform>
            <numerusform>%Ln нові</numerusform>
            <numerusform>%Ln нових</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>%Ln come back</source>
        <translation>
            <numerusform>%Ln повертається</numerusform>
            <numerusform>%Ln повертаються</numerusform>
            <numerusform>%Ln повертаються</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>%Ln get a record</source>
        <translation>
            <numerusform>%Ln отримує запис</numerusform>
            <numerusform>%Ln отримують запис</numerusform>
            <numerusform>%Ln отримують запис</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>%Ln differ</source>
        <translation>
            <numerusform>%Ln відрізняється</numerusform>
            <numerusform>%Ln відрізняються</numerusform>
            <numerusform>%Ln відрізняються</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/merge_bundle_wording.py"/>
        <source>%Ln the same</source>
        <translation>
            <numerusform>%Ln таке саме</numerusform>
            <numerusform>%Ln такі самі</numerusform>
            <numerusform>%Ln таких самих</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <location filename="../../archivist/ui/messages.py"/>
        <source>Message</source>
        <translation>Повідомлення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/messages.py"/>
        <source>Close the message</source>
        <translation>Закрити повідомлення</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <location filename="../../archivist/ui/reader/minimap.py"/>
        <source>Overview of the article</source>
        <translation>Огляд статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/minimap.py"/>
        <source>Annotations and hits in the whole article; click to go there</source>
        <translation>Позначки та збіги в усій статті; клацніть, щоб перейти туди</translation>
    </message>
</context>
<context>
    <name>MistakeWording</name>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>it is empty</source>
        <translation>він порожній</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>there is no word in it</source>
        <translation>у ньому немає слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>there is no word in this phrase</source>
        <translation>у цій фразі немає слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>this quotation mark is not closed</source>
        <translation>ці лапки не закрито</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>this parenthesis was not opened</source>
        <translation>цю дужку не відкрито</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>this parenthesis is not closed</source>
        <translation>цю дужку не закрито</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>more than {count} parentheses or NOTs lie inside each other</source>
        <translation>вкладених дужок або NOT понад {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>it has more than {count} words</source>
        <translation>слів у ньому понад {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>something is missing at the end</source>
        <translation>чогось бракує наприкінці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>something is missing before “{word}”</source>
        <translation>чогось бракує перед «{word}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>a word is missing after “{field}:”</source>
        <translation>після «{field}:» бракує слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>there is no field “{field}”; there are {fields}</source>
        <translation>поля «{field}» немає; є такі: {fields}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>inside “span:” there may be words and {fields}, but not “{field}:”</source>
        <translation>усередині «span:» можуть бути слова та {fields}, але не «{field}:»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>“{field}:” cannot stand among the values of “{other}:”</source>
        <translation>«{field}:» не може стояти серед значень «{other}:»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>“{field}:” takes a value without a star; one that has a star goes into quotation marks</source>
        <translation>«{field}:» приймає значення без зірочки; значення із зірочкою беруть у лапки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>“{value}” is not one of {values}</source>
        <translation>«{value}» — не одне з: {values}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>“{value}” is not a date or a range of dates, such as 2022-01 or 2022-01-05..2022-01-08</source>
        <translation>«{value}» — не дата й не діапазон дат, як-от 2022-01 або 2022-01-05..2022-01-08</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>a wildcard needs at least one letter or digit with it</source>
        <translation>зірочці чи знаку питання потрібна поруч хоч одна літера або цифра</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>a wildcard needs at least one letter or digit with it; words between two others are asked for as in “"a b"~1”</source>
        <translation>зірочці чи знаку питання потрібна поруч хоч одна літера або цифра; слова між двома іншими шукають так: «"a b"~1»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>“=” asks for a word as it is written, “~” for a similar one; leave out one of them</source>
        <translation>«=» шукає слово саме так, як його записано, а «~» — схоже; приберіть одне з них</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>a word has either wildcards or “~”</source>
        <translation>слово має або зірочку чи знак питання, або «~»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>“~” after a word allows 1 or {count} wrong letters: word~, word~2</source>
        <translation>«~» після слова дозволяє 1 або {count} хибні літери: слово~, слово~2</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>it has more than {count} words with wildcards or “~”</source>
        <translation>слів із зірочками чи «~» у ньому понад {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>after “~” a number of words is missing, as in “"a b"~5”</source>
        <translation>після «~» бракує кількості слів, як-от «"a b"~5»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>a phrase with “~” may reach over at most {count} words</source>
        <translation>фраза з «~» може охоплювати щонайбільше стільки слів: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>“{field}:” needs parentheses right after it, as in span:(kind:figure word)</source>
        <translation>одразу після «{field}:» потрібні дужки, як-от span:(kind:figure слово)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>“{field}:” needs a word right after it, or several in parentheses</source>
        <translation>одразу після «{field}:» потрібне слово або кілька слів у дужках</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/mistake_wording.py"/>
        <source>“{field}:” needs a value right after it, in quotation marks if it has spaces</source>
        <translation>одразу після «{field}:» потрібне значення, у лапках, якщо воно з пробілами</translation>
    </message>
</context>
<context>
    <name>NewRecordDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/new_record.py"/>
        <source>There is one of this name already: {records}.</source>
        <translation>З такою назвою вже є: {records}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/new_record.py"/>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/new_record.py"/>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
</context>
<context>
    <name>ObstacleWording</name>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>“{later}” changed “{thing}” after it</source>
        <translation>«{thing}» потім змінив крок «{later}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>“{later}” needs it: “{thing}”</source>
        <translation>він потрібен кроку «{later}» («{thing}»)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>“{later}” deleted what it would need: “{thing}”</source>
        <translation>потрібне йому «{thing}» видалив крок «{later}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>with “{later}”, “{thing}” would be there twice</source>
        <translation>після кроку «{later}» було б двічі «{thing}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>with “{later}”, “{thing}” would be linked to a record of another kind</source>
        <translation>після кроку «{later}» позначка «{thing}» була б прив’язана до запису іншого виду</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>with “{later}”, “{thing}” would be a part of itself</source>
        <translation>після кроку «{later}» «{thing}» було б частиною самого себе</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>“{later}” gave the article of “{thing}” another text</source>
        <translation>крок «{later}» дав статті з «{thing}» інший текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>what it changed has been changed since</source>
        <translation>змінене ним відтоді змінено ще раз</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>it left everything as it was</source>
        <translation>він нічого не змінив</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>it is undone already</source>
        <translation>його вже скасовано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>it was undone, and something else was done then</source>
        <translation>його скасовано, а після того зроблено щось інше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>it was taken back already</source>
        <translation>його вже відкликано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>it is itself the undoing or redoing of a step</source>
        <translation>він сам є скасуванням або повторенням кроку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/obstacle_wording.py"/>
        <source>it is how the archive began, or it was saved from a damaged one</source>
        <translation>з нього почався архів, або його врятовано з пошкодженого</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <location filename="../../archivist/ui/reader/original_views.py"/>
        <source>The original page</source>
        <translation>Оригінал сторінки</translation>
    </message>
</context>
<context>
    <name>ParentField</name>
    <message>
        <location filename="../../archivist/ui/records/parent_field.py"/>
        <source>Show the event</source>
        <translation>Показати подію</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/parent_field.py"/>
        <source>Part of no event</source>
        <translation>Не є частиною події</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/parent_field.py"/>
        <source>Choose an event…</source>
        <translation>Вибрати подію…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/parent_field.py"/>
        <source>Part of: {name}</source>
        <translation>Частина події: {name}</translation>
    </message>
</context>
<context>
    <name>ParserNotes</name>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>{error}: line {line} column {column} (char {number})</source>
        <translation>{error}: рядок {line}, стовпчик {column} (знак {number})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>{error}, column {number}</source>
        <translation>{error}, стовпчик {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>{error}, line {line}, column {column}</source>
        <translation>{error}, рядок {line}, стовпчик {column}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>{error}, line {line}, column {column} (&lt;string&gt;, line {number})</source>
        <translation>{error}, рядок {line}, стовпчик {column} (&lt;string&gt;, рядок {number})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Expecting value</source>
        <translation>бракує значення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Expecting ',' delimiter</source>
        <translation>бракує «,»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Expecting ':' delimiter</source>
        <translation>бракує «:»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Expecting property name enclosed in double quotes</source>
        <translation>бракує назви поля в подвійних лапках</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Unterminated string starting at</source>
        <translation>незакінчений рядок тексту, що починається тут</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Invalid control character at</source>
        <translation>недозволений керівний знак</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Invalid \escape</source>
        <translation>неправильна послідовність після «\»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Invalid \uXXXX escape</source>
        <translation>неправильна послідовність \uXXXX</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Extra data</source>
        <translation>зайве після кінця</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Document is empty</source>
        <translation>документ порожній</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Start tag expected, '&lt;' not found</source>
        <translation>очікувано початковий тег, але «&lt;» немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>StartTag: invalid element name</source>
        <translation>неможлива назва елемента</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Extra content at the end of the document</source>
        <translation>зайве після кінця документа</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Opening and ending tag mismatch: {name} line {line} and {other}</source>
        <translation>початковий тег {name} (рядок {line}) закрито як {other}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Premature end of data in tag {name} line {line}</source>
        <translation>дані обриваються в тегу {name} (рядок {line})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Couldn't find end of Start Tag {name} line {line}</source>
        <translation>немає кінця початкового тегу {name} (рядок {line})</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>expected '&gt;'</source>
        <translation>бракує «&gt;»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>attributes construct error</source>
        <translation>неправильно записані атрибути</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>error parsing attribute name</source>
        <translation>неможлива назва атрибута</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Attribute {name} redefined</source>
        <translation>атрибут {name} задано двічі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Specification mandates value for attribute {name}</source>
        <translation>атрибут {name} не має значення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Namespace prefix {name} on {other} is not defined</source>
        <translation>префікс {name} у {other} не визначено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Namespace prefix {name} for {attribute} on {other} is not defined</source>
        <translation>префікс {name} атрибута {attribute} у {other} не визначено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Entity '{name}' not defined</source>
        <translation>сутність «{name}» не визначено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>Invalid character: Char {value} out of allowed range</source>
        <translation>недозволений знак {value}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>PCDATA invalid Char value {value}</source>
        <translation>недозволений знак {value}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>database disk image is malformed</source>
        <translation>базу даних пошкоджено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/parser_notes.py"/>
        <source>file is not a database</source>
        <translation>файл не є базою даних</translation>
    </message>
</context>
<context>
    <name>PassagesTable</name>
    <message>
        <location filename="../../archivist/ui/records/passages.py"/>
        <source>Passages of the record</source>
        <translation>Уривки запису</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>The text looks {language}.</source>
        <translation>Схоже, мова тексту: {language}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>The language could not be told from the text.</source>
        <translation>Мову за текстом визначити не вдалося.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>Paste an article</source>
        <translation>Вставити статтю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>Paste the article here, headline first.</source>
        <translation>Вставте статтю сюди, заголовком уперед.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>Add to the archive</source>
        <translation>Додати до архіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>Find out from the text</source>
        <translation>Визначити з тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>&amp;Title</source>
        <translation>&amp;Заголовок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>&amp;Outlet</source>
        <translation>&amp;Видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>&amp;Published</source>
        <translation>&amp;Опубліковано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>&amp;Collection</source>
        <translation>&amp;Добірка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/paste.py"/>
        <source>&amp;Language</source>
        <translation>&amp;Мова</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <location filename="../../archivist/ui/reader/pdf_view.py"/>
        <source>The original document</source>
        <translation>Оригінал документа</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/pdf_view.py"/>
        <source>Page {number} cannot be drawn.</source>
        <translation>Сторінку {number} неможливо показати.</translation>
    </message>
</context>
<context>
    <name>PlaceNotes</name>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>line {number}</source>
        <translation>рядок {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>record {number}</source>
        <translation>запис {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>page {number}</source>
        <translation>сторінка {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>row {number}</source>
        <translation>рядок {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>task {number}</source>
        <translation>завдання {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>entry {number}</source>
        <translation>запис {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>document {number}</source>
        <translation>документ {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>document “{name}”</source>
        <translation>документ «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>source “{name}”</source>
        <translation>джерело «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>coding {number}</source>
        <translation>кодування {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>highlight {number}</source>
        <translation>виділення {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>annotation {number}</source>
        <translation>позначка {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/notes/place_notes.py"/>
        <source>annotation {number} “{name}”</source>
        <translation>позначка {number} «{name}»</translation>
    </message>
</context>
<context>
    <name>Preserving</name>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>A backup is under way already.</source>
        <translation>Резервна копія вже створюється.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Backing up</source>
        <translation>Резервне копіювання</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/preserving.py"/>
        <source>%n new original(s)</source>
        <translation>
            <numerusform>%n новий оригінал</numerusform>
            <numerusform>%n нові оригінали</numerusform>
            <numerusform>%n нових оригіналів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/preserving.py"/>
        <source>%n older backup(s) removed.</source>
        <translation>
            <numerusform>Видалено %n старішу копію.</numerusform>
            <numerusform>Видалено %n старіші копії.</numerusform>
            <numerusform>Видалено %n старіших копій.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Backed up to {path}, and read again: {new}.</source>
        <translation>Копію записано в {path} і перечитано: {new}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>The archive itself is not whole, so this does not count as a good backup.</source>
        <translation>Сам архів не цілий, тому ця копія не вважається справною.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Show what is wrong</source>
        <translation>Показати, що не так</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>The backup was stopped.</source>
        <translation>Резервне копіювання зупинено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>The older ones are as they were.</source>
        <translation>Давніші копії залишилися, як були.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>There is no backup of this archive yet.</source>
        <translation>Резервної копії цього архіву ще немає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>The last good backup was made on {moment}, in {folder}.</source>
        <translation>Останню справну копію зроблено {moment}, у {folder}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/preserving.py"/>
        <source>The last good backup is %n day(s) old.</source>
        <translation>
            <numerusform>Останній справній копії %n день.</numerusform>
            <numerusform>Останній справній копії %n дні.</numerusform>
            <numerusform>Останній справній копії %n днів.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>A backup on another disk keeps the archive if this one fails.</source>
        <translation>Копія на іншому диску збереже архів, якщо цей диск відмовить.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Back up now</source>
        <translation>Копіювати зараз</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Later</source>
        <translation>Пізніше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Checking the archive</source>
        <translation>Перевірка архіву</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/preserving.py"/>
        <source>The check of the archive found %n problem(s).</source>
        <translation>
            <numerusform>Перевірка архіву виявила %n проблему.</numerusform>
            <numerusform>Перевірка архіву виявила %n проблеми.</numerusform>
            <numerusform>Перевірка архіву виявила %n проблем.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Do not delete older backups.</source>
        <translation>Не видаляйте давніших резервних копій.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>All is well: every original, text, quote and event is as it was written.</source>
        <translation>Усе гаразд: кожен оригінал, текст, цитата й подія такі, як їх записано.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/preserving.py"/>
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>Виявлено %n проблему</numerusform>
            <numerusform>Виявлено %n проблеми</numerusform>
            <numerusform>Виявлено %n проблем</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Check of the archive</source>
        <translation>Перевірка архіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Restoring {name}</source>
        <translation>Відновлення: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>The restoring was stopped.</source>
        <translation>Відновлення зупинено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Nothing is left.</source>
        <translation>Від нього нічого не лишилося.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>The backup of {moment} is restored in {path}.</source>
        <translation>Резервну копію ({moment}) відновлено в {path}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/preserving.py"/>
        <source>It has %n problem(s), which “Check the archive” tells of.</source>
        <translation>
            <numerusform>У ній %n проблема; про неї скаже «Перевірити архів».</numerusform>
            <numerusform>У ній %n проблеми; про них скаже «Перевірити архів».</numerusform>
            <numerusform>У ній %n проблем; про них скаже «Перевірити архів».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/preserving.py"/>
        <source>Open it</source>
        <translation>Відкрити</translation>
    </message>
</context>
<context>
    <name>PreviewDetails</name>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_details.py"/>
        <source>Choose a file to see how it begins.</source>
        <translation>Виберіть файл, щоб побачити його початок.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/import_preview_details.py"/>
        <source>%n article(s) in this file:</source>
        <translation>
            <numerusform>%n стаття в цьому файлі:</numerusform>
            <numerusform>%n статті в цьому файлі:</numerusform>
            <numerusform>%n статей у цьому файлі:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/import_preview_details.py"/>
        <source>%n piece(s) not read:</source>
        <translation>
            <numerusform>%n частину не прочитано:</numerusform>
            <numerusform>%n частини не прочитано:</numerusform>
            <numerusform>%n частин не прочитано:</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_details.py"/>
        <source>The first lines</source>
        <translation>Перші рядки</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_model.py"/>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_model.py"/>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_model.py"/>
        <source>Encoding</source>
        <translation>Кодування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_model.py"/>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_model.py"/>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_model.py"/>
        <source>Published</source>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_model.py"/>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <location filename="../../archivist/ui/dialogs/import_preview_table.py"/>
        <source>Files to import</source>
        <translation>Файли до імпорту</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <location filename="../../archivist/ui/progress_strip.py"/>
        <source>Jobs under way</source>
        <translation>Поточні завдання</translation>
    </message>
</context>
<context>
    <name>ProvenanceDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/provenance.py"/>
        <source>Provenance</source>
        <translation>Походження</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/provenance.py"/>
        <source>&amp;Copy all</source>
        <translation>&amp;Копіювати все</translation>
    </message>
</context>
<context>
    <name>ProvenanceWording</name>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Original</source>
        <translation>Оригінал</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Dates</source>
        <translation>Дати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>made</source>
        <translation>створено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>imported</source>
        <translation>імпортовано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>another text</source>
        <translation>інший текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>details changed</source>
        <translation>змінено відомості</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>deleted</source>
        <translation>видалено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>brought back</source>
        <translation>повернуто</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>checked</source>
        <translation>перевірено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>backed up</source>
        <translation>зроблено резервну копію</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>brought up to date</source>
        <translation>оновлено до нової схеми</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>{bytes} bytes</source>
        <translation>{bytes} байтів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>none is kept</source>
        <translation>не збережено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>From</source>
        <translation>Звідки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Id of the article</source>
        <translation>Ідентифікатор статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>not known</source>
        <translation>невідомо</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Captured</source>
        <translation>Збережено з мережі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Imported</source>
        <translation>Імпортовано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Published</source>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Text {number}, which is shown</source>
        <translation>Текст {number}, що показано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Text {number}</source>
        <translation>Текст {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Made</source>
        <translation>Створено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Read by</source>
        <translation>Прочитано засобом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Encoding</source>
        <translation>Кодування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Parameters</source>
        <translation>Параметри</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Id</source>
        <translation>Ідентифікатор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Instead of text</source>
        <translation>Замість тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Part</source>
        <translation>Частина</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Step</source>
        <translation>Дія</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Before</source>
        <translation>Було</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>After</source>
        <translation>Стало</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Logged</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>SHA-256 {sha256}</source>
        <translation>SHA-256 {sha256}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>{number}, SHA-256 {sha256}</source>
        <translation>{number}, SHA-256 {sha256}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Event {number}: {what}</source>
        <translation>Подія {number}: {what}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Who</source>
        <translation>Хто</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>With</source>
        <translation>Чим</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>PREMIS type</source>
        <translation>Тип PREMIS</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/provenance_wording.py"/>
        <source>Hash in the log</source>
        <translation>Геш у журналі</translation>
    </message>
</context>
<context>
    <name>QuoteLabel</name>
    <message>
        <location filename="../../archivist/ui/inspector/quote_label.py"/>
        <source>Quoted words</source>
        <translation>Процитовані слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/quote_label.py"/>
        <source>Show less</source>
        <translation>Показати менше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/quote_label.py"/>
        <source>Show all</source>
        <translation>Показати все</translation>
    </message>
</context>
<context>
    <name>ReaderPanel</name>
    <message>
        <location filename="../../archivist/ui/reader/panel.py"/>
        <source>Choose an article in the list to read it here.</source>
        <translation>Виберіть статтю в списку, щоб читати її тут.</translation>
    </message>
</context>
<context>
    <name>ReadingFields</name>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>Find out from the file</source>
        <translation>Визначити з файлу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>Each chapter an article</source>
        <translation>Кожен розділ — стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>The book one article</source>
        <translation>Книга — одна стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>&amp;Encoding</source>
        <translation>&amp;Кодування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_fields.py"/>
        <source>&amp;Books</source>
        <translation>К&amp;ниги</translation>
    </message>
</context>
<context>
    <name>RecordDelegate</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/records/table.py"/>
        <source>%Ln</source>
        <comment>number of passages</comment>
        <translation>
            <numerusform>%Ln</numerusform>
            <numerusform>%Ln</numerusform>
            <numerusform>%Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordField</name>
    <message>
        <location filename="../../archivist/ui/inspector/record_field.py"/>
        <source>Record</source>
        <translation>Запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/record_field.py"/>
        <source>Link to a record…</source>
        <translation>Прив’язати до запису…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/record_field.py"/>
        <source>Show the record</source>
        <translation>Показати запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/record_field.py"/>
        <source>Unlink from the record</source>
        <translation>Відв’язати від запису</translation>
    </message>
</context>
<context>
    <name>RecordListView</name>
    <message>
        <location filename="../../archivist/ui/inspector/record_list.py"/>
        <source>Records of this article</source>
        <translation>Записи цієї статті</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>Passages</source>
        <translation>Уривки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>Claims</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>Details</source>
        <translation>Відомості</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>Relations</source>
        <translation>Зв’язки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>{title}  {count}</source>
        <translation>{title}  {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>Reading…</source>
        <translation>Читання…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>There are no claims of this figure yet. Choose a tagged number and press R.</source>
        <translation>Тверджень цього показника ще немає. Виберіть позначене число й натисніть R.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>Choose a record in the list. A new one is made of tagged words: press R there, or make one here with Ctrl+N.</source>
        <translation>Виберіть запис у списку. Новий запис створюють із позначених слів, натиснувши там R, або тут — натиснувши Ctrl+N.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>Parts of the record</source>
        <translation>Частини запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/page.py"/>
        <source>Name of the record</source>
        <translation>Назва запису</translation>
    </message>
</context>
<context>
    <name>RecordPopup</name>
    <message>
        <location filename="../../archivist/ui/record_popup.py"/>
        <source>Choose a record</source>
        <translation>Вибрати запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_popup.py"/>
        <source>Type a part of a name, in any form or script</source>
        <translation>Введіть частину назви чи імені в будь-якій формі та абетці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_popup.py"/>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_popup.py"/>
        <source>Type a name to find a record, or to make one.</source>
        <translation>Введіть назву чи ім’я, щоб знайти запис або створити його.</translation>
    </message>
</context>
<context>
    <name>RecordWording</name>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>person</source>
        <translation>особа</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>organisation</source>
        <translation>організація</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>state body</source>
        <translation>державний орган</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>group</source>
        <translation>група</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>place</source>
        <translation>місце</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln уривок</numerusform>
            <numerusform>%Ln уривки</numerusform>
            <numerusform>%Ln уривків</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>from {number}</source>
        <translation>від {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>to {number}</source>
        <translation>до {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>no number</source>
        <translation>без числа</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>Create event “{name}”</source>
        <translation>Створити подію «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>Create actor “{name}”</source>
        <translation>Створити актора «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>Create figure “{name}”</source>
        <translation>Створити показник «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>participant</source>
        <translation>учасник</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>claimant</source>
        <translation>хто твердить</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>counts for</source>
        <translation>показник для</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>part of</source>
        <translation>є частиною</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>cause of</source>
        <translation>спричиняє</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>says</source>
        <translation>каже</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>replaces</source>
        <translation>замінює</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>contradicts</source>
        <translation>суперечить</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>participant in</source>
        <translation>бере участь у</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>place of</source>
        <translation>місце для</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>claimant of</source>
        <translation>твердить</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>figure</source>
        <translation>показник</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>part</source>
        <translation>має частину</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>caused by</source>
        <translation>спричинено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>said by</source>
        <translation>чиї слова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>replaced by</source>
        <translation>замінено на</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/record_wording.py"/>
        <source>{type} of</source>
        <translation>{type} (навпаки)</translation>
    </message>
</context>
<context>
    <name>RecordsModel</name>
    <message>
        <location filename="../../archivist/ui/records/model.py"/>
        <source>Deleted</source>
        <translation>Видалено</translation>
    </message>
</context>
<context>
    <name>RecordsPanel</name>
    <message>
        <location filename="../../archivist/ui/records/panel.py"/>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/panel.py"/>
        <source>{kind}  {count}</source>
        <translation>{kind}  {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/panel.py"/>
        <source>No record of this kind has such a name.</source>
        <translation>Жоден запис цього виду не має такої назви.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/panel.py"/>
        <source>There are no records of this kind yet. Choose tagged words in an article and press R.</source>
        <translation>Записів цього виду ще немає. Виберіть позначені слова в статті й натисніть R.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/panel.py"/>
        <source>Kind of the records</source>
        <translation>Вид записів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/panel.py"/>
        <source>Find by a part of a name, in any form or script</source>
        <translation>Шукати за частиною назви чи імені в будь-якій формі та абетці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/panel.py"/>
        <source>Find a record</source>
        <translation>Знайти запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/panel.py"/>
        <source>Clear the field</source>
        <translation>Очистити поле</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/records/panel.py"/>
        <source>Close the records</source>
        <translation>Закрити записи</translation>
    </message>
</context>
<context>
    <name>RecordsTable</name>
    <message>
        <location filename="../../archivist/ui/records/table.py"/>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
</context>
<context>
    <name>Relating</name>
    <message>
        <location filename="../../archivist/ui/relating.py"/>
        <source>One end of the relation is no longer in this archive.</source>
        <translation>Одного з кінців зв’язку вже немає в архіві.</translation>
    </message>
</context>
<context>
    <name>RelatingBar</name>
    <message>
        <location filename="../../archivist/ui/reader/relating_bar.py"/>
        <source>Relate</source>
        <translation>Зв’язати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/relating_bar.py"/>
        <source>“{source}” → “{target}”: press Enter</source>
        <translation>«{source}» → «{target}»: натисніть Enter</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/relating_bar.py"/>
        <source>From “{source}”: choose where to</source>
        <translation>Від «{source}»: виберіть, куди</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/relating_bar.py"/>
        <source>Relate the two annotations</source>
        <translation>Зв’язати ці дві позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/relating_bar.py"/>
        <source>Cancel, Esc</source>
        <translation>Скасувати, Esc</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/relating_bar.py"/>
        <source>Make no relation</source>
        <translation>Не створювати зв’язку</translation>
    </message>
</context>
<context>
    <name>RelationList</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>and %Ln more</source>
        <translation>
            <numerusform>і ще %Ln</numerusform>
            <numerusform>і ще %Ln</numerusform>
            <numerusform>і ще %Ln</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>{type}: {words}</source>
        <translation>{type}: {words}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>Click to go there</source>
        <translation>Клацніть, щоб перейти туди</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>Delete the relation</source>
        <translation>Видалити зв’язок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>Delete the relation {relation}</source>
        <translation>Видалити зв’язок {relation}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>Type of the relation with {words}</source>
        <translation>Тип зв’язку з {words}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>Another type…</source>
        <translation>Інший тип…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>Type of the relation</source>
        <translation>Тип зв’язку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>A word of your own:</source>
        <translation>Власне слово:</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_list.py"/>
        <source>Add a relation</source>
        <translation>Додати зв’язок</translation>
    </message>
</context>
<context>
    <name>RelationTypePopup</name>
    <message>
        <location filename="../../archivist/ui/relation_type_popup.py"/>
        <source>Choose what they are to each other</source>
        <translation>Виберіть, чим вони є одне для одного</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_type_popup.py"/>
        <source>Type a part of the relation, or a word of your own</source>
        <translation>Введіть частину назви зв’язку або власне слово</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_type_popup.py"/>
        <source>Types of relations</source>
        <translation>Типи зв’язків</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/relation_type_popup.py"/>
        <source>Nothing is known to fit. Type a word of your own.</source>
        <translation>Нічого відповідного не відомо. Введіть власне слово.</translation>
    </message>
</context>
<context>
    <name>RelationTypeRows</name>
    <message>
        <location filename="../../archivist/ui/relation_type_popup.py"/>
        <source>Create relation “{word}”</source>
        <translation>Створити зв’язок «{word}»</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Status</source>
        <translation>Стан</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Encoding</source>
        <translation>Кодування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/import_report.py"/>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>Rescuing</source>
        <translation>Порятунок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>{table}: {read} read, {rebuilt} rebuilt from the history, {lost} lost</source>
        <translation>{table}: прочитано {read}, відбудовано з історії {rebuilt}, втрачено {lost}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>originals: {number} saved</source>
        <translation>оригінали: збережено {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>What could be read is in {path}.</source>
        <translation>Усе, що вдалося прочитати, — у {path}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>Rescue a damaged archive</source>
        <translation>Порятунок пошкодженого архіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>New folder for what can be read</source>
        <translation>Нова тека для врятованого</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>What was saved and what was lost</source>
        <translation>Що збережено й що втрачено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>Save what can be read into a new archive</source>
        <translation>Зберегти в новий архів те, що ще читається</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>Nothing is written into “{path}”. If there is a good backup, restoring it is the better way: what is rescued may lack what was on the damaged places.</source>
        <translation>У «{path}» нічого не записується. Якщо є справна резервна копія, краще відновити її: у врятованому може бракувати того, що було на пошкоджених місцях.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>&amp;Rescue</source>
        <translation>&amp;Врятувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>&amp;Open the new archive</source>
        <translation>Відкрити &amp;новий архів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/rescue.py"/>
        <source>&amp;Copy the report</source>
        <translation>&amp;Копіювати звіт</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n стаття</numerusform>
            <numerusform>%n статті</numerusform>
            <numerusform>%n статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n позначка</numerusform>
            <numerusform>%n позначки</numerusform>
            <numerusform>%n позначок</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>Backup of {moment}: {articles}, {annotations}.</source>
        <translation>Резервна копія, {moment}: {articles}, {annotations}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>This folder is not empty. Choose an empty or a new one.</source>
        <translation>Ця тека не порожня. Виберіть порожню або нову.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>Restore a backup</source>
        <translation>Відновлення з резервної копії</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>Folder of the backups</source>
        <translation>Тека резервних копій</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>New folder for the archive</source>
        <translation>Нова тека для архіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>&amp;Backup</source>
        <translation>&amp;Резервна копія</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>&amp;Into</source>
        <translation>&amp;Куди</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>Restore</source>
        <translation>Відновити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>A backup becomes an archive in a folder of its own. The one that is open stays as it is. Name the folder of the backups for the newest good one, or that of one backup.</source>
        <translation>Копія стає архівом у власній теці. Відкритий архів залишається як є. Вкажіть теку з копіями, щоб узяти найновішу справну, або теку однієї копії.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/restore.py"/>
        <source>Choose: {what}</source>
        <translation>Вибрати: {what}</translation>
    </message>
</context>
<context>
    <name>RestrictionField</name>
    <message>
        <location filename="../../archivist/ui/forms/restriction_field.py"/>
        <source>No restriction</source>
        <translation>Без обмежень</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/forms/restriction_field.py"/>
        <source>Under embargo</source>
        <translation>Під ембарго</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/forms/restriction_field.py"/>
        <source>Redacted</source>
        <translation>Закрито</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/forms/restriction_field.py"/>
        <source>Exports leave restricted articles out, unless they are asked for</source>
        <translation>Статті з обмеженнями не потрапляють до експорту, якщо їх не ввімкнути</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/forms/restriction_field.py"/>
        <source>Last day of the embargo</source>
        <translation>Останній день ембарго</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/forms/restriction_field.py"/>
        <source>Last day of the embargo; nothing for one without an end</source>
        <translation>Останній день ембарго; порожньо — без кінцевої дати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/forms/restriction_field.py"/>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
</context>
<context>
    <name>Retracing</name>
    <message>
        <location filename="../../archivist/ui/retracing.py"/>
        <source>There is nothing to show: what this step touched is in no article, or deleted.</source>
        <translation>Показати нічого: те, чого стосувався цей крок, не належить жодній статті або видалене.</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>%n annotation(s) for review</source>
        <translation>
            <numerusform>%n позначка на перегляд</numerusform>
            <numerusform>%n позначки на перегляд</numerusform>
            <numerusform>%n позначок на перегляд</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>Nothing waits for review.</source>
        <translation>На перегляд нічого не чекає.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>Selected: “{words}”</source>
        <translation>Виділено: «{words}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>Place {number} of {count}: “{words}”, {share} alike</source>
        <translation>Місце {number} із {count}: «{words}», схожість {share}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>Nothing like it is in the text now. Select words in it, or delete the annotation.</source>
        <translation>Схожого в тексті тепер немає. Виділіть у ньому слова або видаліть позначку.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>Annotations for review</source>
        <translation>Позначки на перегляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>Which annotations are listed</source>
        <translation>Які позначки в списку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>Of this article</source>
        <translation>Цієї статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>Of the whole archive</source>
        <translation>Усього архіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>The passage as it was marked</source>
        <translation>Уривок, яким його позначили</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>The text as it is now</source>
        <translation>Текст, яким він є тепер</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>As it was marked</source>
        <translation>Як було позначено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>As it is now</source>
        <translation>Як є тепер</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>&amp;Previous place</source>
        <translation>&amp;Попереднє місце</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>&amp;Next place</source>
        <translation>&amp;Наступне місце</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>Put it &amp;here</source>
        <translation>По&amp;ставити сюди</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>&amp;Delete</source>
        <translation>&amp;Видалити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/review_dialog.py"/>
        <source>&amp;Undo</source>
        <translation>С&amp;касувати</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <location filename="../../archivist/ui/reviewing.py"/>
        <source>No annotation waits for review.</source>
        <translation>Жодна позначка не чекає на перегляд.</translation>
    </message>
</context>
<context>
    <name>Revising</name>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Reading again</source>
        <translation>Повторне читання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>The corrected text of “{title}”</source>
        <translation>Виправлений текст статті «{title}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Texts (*.txt *.md)</source>
        <translation>Тексти (*.txt *.md)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>All files (*)</source>
        <translation>Усі файли (*)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Correcting the text</source>
        <translation>Виправлення тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Taking up text {number} again</source>
        <translation>Повернення тексту {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>This text has characters that cannot be typed in a window.</source>
        <translation>У цьому тексті є знаки, яких у вікні не введеш.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Correct it in a file, and give it that text.</source>
        <translation>Виправте його у файлі й дайте статті той текст.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>The reading was stopped.</source>
        <translation>Читання зупинено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Undo takes back what was read until then.</source>
        <translation>Прочитане до того можна скасувати.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/revising.py"/>
        <source>%n new text(s)</source>
        <translation>
            <numerusform>%n новий текст</numerusform>
            <numerusform>%n нові тексти</numerusform>
            <numerusform>%n нових текстів</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>no new text</source>
        <translation>нового тексту немає</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/revising.py"/>
        <source>%n kept as corrected by hand</source>
        <translation>
            <numerusform>%n залишено, бо виправлено вручну</numerusform>
            <numerusform>%n залишено, бо виправлено вручну</numerusform>
            <numerusform>%n залишено, бо виправлено вручну</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/revising.py"/>
        <source>%n refused</source>
        <translation>
            <numerusform>%n відхилено</numerusform>
            <numerusform>%n відхилено</numerusform>
            <numerusform>%n відхилено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/revising.py"/>
        <source>%n article(s) read again: {what}.</source>
        <translation>
            <numerusform>%n статтю прочитано знову: {what}.</numerusform>
            <numerusform>%n статті прочитано знову: {what}.</numerusform>
            <numerusform>%n статей прочитано знову: {what}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Details…</source>
        <translation>Подробиці…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>“{title}” has the corrected text now: {what}.</source>
        <translation>«{title}» тепер має виправлений текст: {what}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>“{title}” has the words of text {number} again: {what}.</source>
        <translation>«{title}» знову має слова тексту {number}: {what}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>“{title}” has this text already.</source>
        <translation>«{title}» уже має цей текст.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>all annotations stand on their words</source>
        <translation>усі позначки стоять на своїх словах</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/revising.py"/>
        <source>%n annotation(s) for review</source>
        <translation>
            <numerusform>%n позначка на перегляд</numerusform>
            <numerusform>%n позначки на перегляд</numerusform>
            <numerusform>%n позначок на перегляд</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Review…</source>
        <translation>Переглянути…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/revising.py"/>
        <source>%n article(s) not read again; the text stays as it is</source>
        <translation>
            <numerusform>%n статтю не прочитано знову; текст залишився, як був</numerusform>
            <numerusform>%n статті не прочитано знову; текст залишився, як був</numerusform>
            <numerusform>%n статей не прочитано знову; текст залишився, як був</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revising.py"/>
        <source>Not read again</source>
        <translation>Не прочитано знову</translation>
    </message>
</context>
<context>
    <name>RevisionsDialog</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>%n annotation(s) stood on this text, as they were when it was last the current one.</source>
        <translation>
            <numerusform>На цьому тексті стояла %n позначка: така, як коли він востаннє був чинним.</numerusform>
            <numerusform>На цьому тексті стояли %n позначки: такі, як коли він востаннє був чинним.</numerusform>
            <numerusform>На цьому тексті стояло %n позначок: такі, як коли він востаннє був чинним.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>Change {number} of {count}</source>
        <translation>Зміна {number} із {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>The two texts are the same.</source>
        <translation>Ці два тексти однакові.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>The article has only had this text.</source>
        <translation>Стаття мала лише цей текст.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>Text {number}</source>
        <translation>Текст {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>{name} (current)</source>
        <translation>{name} (чинний)</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>text {number} again</source>
        <translation>знову текст {number}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>corrected by hand</source>
        <translation>виправлено вручну</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>read by {reader}</source>
        <translation>прочитано: {reader}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>Texts of the article</source>
        <translation>Тексти статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>What is shown of the text</source>
        <translation>Що показано з тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>What changed</source>
        <translation>Що змінено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>The text with its annotations</source>
        <translation>Текст з позначками</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>&amp;Make it the current text</source>
        <translation>&amp;Зробити чинним текстом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>The article gets these words again, as a new text. Annotations go along, or wait for review.</source>
        <translation>Стаття знову отримає ці слова — як новий текст. Позначки перейдуть на нього або чекатимуть на перегляд.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>Text that it is compared with</source>
        <translation>Текст, із яким порівнюють</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>&amp;Previous change</source>
        <translation>&amp;Попередня зміна</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>&amp;Next change</source>
        <translation>&amp;Наступна зміна</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>Compared with</source>
        <translation>Порівняно з</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/revisions/revisions_dialog.py"/>
        <source>Struck out is what was taken out, underlined what was put in.</source>
        <translation>Закреслено те, що вилучили, підкреслено те, що додали.</translation>
    </message>
</context>
<context>
    <name>RowsField</name>
    <message>
        <location filename="../../archivist/ui/forms/rows_field.py"/>
        <source>Remove this row</source>
        <translation>Вилучити цей рядок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/forms/rows_field.py"/>
        <source>Remove {name}</source>
        <translation>Вилучити «{name}»</translation>
    </message>
</context>
<context>
    <name>RowsTable</name>
    <message>
        <location filename="../../archivist/ui/dialogs/table_rows.py"/>
        <source>The first rows of the table</source>
        <translation>Перші рядки таблиці</translation>
    </message>
</context>
<context>
    <name>SavingSearches</name>
    <message>
        <location filename="../../archivist/ui/saving_searches.py"/>
        <source>The search was saved as “{name}”; it stands in the sidebar.</source>
        <translation>Пошук збережено як «{name}»; він на бічній панелі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/saving_searches.py"/>
        <source>Save the search</source>
        <translation>Збереження пошуку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/saving_searches.py"/>
        <source>Rename the saved search</source>
        <translation>Перейменування збереженого пошуку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/saving_searches.py"/>
        <source>The saved search “{name}” was deleted.</source>
        <translation>Збережений пошук «{name}» видалено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/saving_searches.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/saving_searches.py"/>
        <source>Name:</source>
        <translation>Назва:</translation>
    </message>
</context>
<context>
    <name>ScanningArchive</name>
    <message>
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>The articles are being read already.</source>
        <translation>Статті вже читаються.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>There is no article to read.</source>
        <translation>Немає статей для читання.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>Reading %Ln article(s)</source>
        <translation>
            <numerusform>Читання %Ln статті</numerusform>
            <numerusform>Читання %Ln статей</numerusform>
            <numerusform>Читання %Ln статей</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>Nothing was found that is not marked yet.</source>
        <translation>Не знайдено нічого, що ще не позначено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>Accepting suggestions</source>
        <translation>Прийняття пропозицій</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>Rejecting suggestions</source>
        <translation>Відхилення пропозицій</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>%Ln suggestion(s) accepted.</source>
        <translation>
            <numerusform>%Ln пропозицію прийнято.</numerusform>
            <numerusform>%Ln пропозиції прийнято.</numerusform>
            <numerusform>%Ln пропозицій прийнято.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>%Ln suggestion(s) rejected.</source>
        <translation>
            <numerusform>%Ln пропозицію відхилено.</numerusform>
            <numerusform>%Ln пропозиції відхилено.</numerusform>
            <numerusform>%Ln пропозицій відхилено.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/scanning_archive.py"/>
        <source>Suggestions are being accepted or rejected; wait until that is done.</source>
        <translation>Пропозиції саме приймаються або відхиляються; зачекайте на кінець.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <location filename="../../archivist/ui/search_field.py"/>
        <source>How the search may go on</source>
        <translation>Як можна продовжити запит</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/search_field.py"/>
        <source>{place}: {problem}</source>
        <translation>{place}: {problem}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/search_field.py"/>
        <source>Clear recent searches</source>
        <translation>Очистити недавні пошуки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/search_field.py"/>
        <source>Recent searches</source>
        <translation>Недавні пошуки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/search_field.py"/>
        <source>Search the archive</source>
        <translation>Шукати в архіві</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/search_field.py"/>
        <source>Words in any form, “a phrase”, =exact, word*, OR, -without, outlet:…, tag:…, date:2022-01</source>
        <translation>Слова в будь-якій формі, “фраза”, =точно, слово*, OR, -без, outlet:…, tag:…, date:2022-01</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/search_field.py"/>
        <source>Clear the field</source>
        <translation>Очистити поле</translation>
    </message>
</context>
<context>
    <name>Selecting</name>
    <message>
        <location filename="../../archivist/ui/selecting.py"/>
        <source>There is no word under the caret.</source>
        <translation>Під курсором немає слова.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/selecting.py"/>
        <source>Click into one, then try again.</source>
        <translation>Клацніть слово і спробуйте ще раз.</translation>
    </message>
</context>
<context>
    <name>ShortDates</name>
    <message>
        <location filename="../../archivist/ui/reader/short_dates.py"/>
        <source>until {date}</source>
        <translation>до {date}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/reader/short_dates.py"/>
        <source>from {date}</source>
        <translation>від {date}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>in the article</source>
        <translation>у статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source> or </source>
        <translation> або </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>changed</source>
        <translation>змінено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>Keyboard shortcuts</source>
        <translation>Сполучення клавіш</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>Type what you want to do, or a key</source>
        <translation>Введіть, що хочете зробити, або клавішу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>Clear the field</source>
        <translation>Очистити поле</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>Shortcuts</source>
        <translation>Сполучення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>&amp;Copy</source>
        <translation>К&amp;опіювати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>Reset &amp;all</source>
        <translation>Скинути в&amp;сі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/shortcuts.py"/>
        <source>Give all actions their usual keys</source>
        <translation>Дати всім діям їхні звичайні клавіші</translation>
    </message>
</context>
<context>
    <name>SidebarPanel</name>
    <message>
        <location filename="../../archivist/ui/sidebar/panel.py"/>
        <source>Rename…	F2</source>
        <translation>Перейменувати…	F2</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/sidebar/panel.py"/>
        <source>Delete	Del</source>
        <translation>Видалити	Del</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/sidebar/panel.py"/>
        <source>Saved searches</source>
        <translation>Збережені пошуки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/sidebar/panel.py"/>
        <source>Show fewer</source>
        <translation>Показати менше</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/sidebar/panel.py"/>
        <source>%n more…</source>
        <translation>
            <numerusform>ще %n…</numerusform>
            <numerusform>ще %n…</numerusform>
            <numerusform>ще %n…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/sidebar/panel.py"/>
        <source>All that was found</source>
        <translation>Усе знайдене</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/sidebar/panel.py"/>
        <source>All articles</source>
        <translation>Усі статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/sidebar/panel.py"/>
        <source>Saved searches, collections and filters</source>
        <translation>Збережені пошуки, добірки й фільтри</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <location filename="../../archivist/ui/start.py"/>
        <source>Archivist</source>
        <translation>Archivist</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/start.py"/>
        <source>Archives that were open</source>
        <translation>Архіви, що були відкриті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/start.py"/>
        <source>&amp;Open an archive…</source>
        <translation>&amp;Відкрити архів…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/start.py"/>
        <source>&amp;New archive…</source>
        <translation>&amp;Новий архів…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/start.py"/>
        <source>&amp;Sample archive</source>
        <translation>&amp;Зразок архіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/start.py"/>
        <source>Which archive?</source>
        <translation>Який архів?</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/start.py"/>
        <source>Open an archive</source>
        <translation>Відкрити архів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/start.py"/>
        <source>New archive: choose an empty folder, or make one</source>
        <translation>Новий архів: виберіть порожню теку або створіть її</translation>
    </message>
</context>
<context>
    <name>StepFilters</name>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Any tag</source>
        <translation>Будь-який тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Anybody</source>
        <translation>Будь-хто</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Unknown</source>
        <translation>Невідомо</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Not a date. Write 2022-01-08, 2022-01, 2022 or 2022-01-05/2022-01-08.</source>
        <translation>Не дата. Пишіть 2022-01-08, 2022-01, 2022 або 2022-01-05/2022-01-08.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>A day, a month, or from/to</source>
        <translation>День, місяць або від/до</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>This article</source>
        <translation>Ця стаття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Only what was done in the article that is shown</source>
        <translation>Лише те, що зроблено в показаній статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Tag of the steps</source>
        <translation>Тег кроків</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Person who did the steps</source>
        <translation>Хто зробив кроки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Day of the steps</source>
        <translation>День кроків</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Any day, as 2022-01-08</source>
        <translation>День, як-от 2022-01-08</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/filters.py"/>
        <source>Clear the field</source>
        <translation>Очистити поле</translation>
    </message>
</context>
<context>
    <name>StepWording</name>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Make the archive</source>
        <translation>Створення архіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Make the sample archive</source>
        <translation>Створення зразка архіву</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Undo {step}</source>
        <translation>Скасування: {step}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Redo {step}</source>
        <translation>Повторення: {step}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Take back {step}</source>
        <translation>Відкликання: {step}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Bring back {step}</source>
        <translation>Повернення: {step}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>A step that was lost</source>
        <translation>Утрачений крок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Import {name}</source>
        <translation>Імпорт: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Import bundle {name}</source>
        <translation>Імпорт пакунка {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Import {count} files</source>
        <translation>Імпорт файлів: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Paste {name}</source>
        <translation>Вставлення: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Edit {name}</source>
        <translation>Зміна: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete {name}</source>
        <translation>Видалення: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete {count} articles</source>
        <translation>Видалення статей: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Restore {name}</source>
        <translation>Повернення: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Revise {name}</source>
        <translation>Новий текст: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Read {name} again</source>
        <translation>Повторне читання: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Read {count} articles again</source>
        <translation>Повторне читання статей: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Restrict {name}</source>
        <translation>Обмеження: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Restrict {count} articles</source>
        <translation>Обмеження статей: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Lift the restriction of {name}</source>
        <translation>Зняття обмеження: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Lift the restriction of {count} articles</source>
        <translation>Зняття обмеження статей: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Put {count} articles together</source>
        <translation>Об’єднання статей в один текст: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Put {names} together</source>
        <translation>Об’єднання в один текст: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Put {names} apart</source>
        <translation>Роз’єднання: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Tag “{quote}” as {tag}</source>
        <translation>Позначення «{quote}» тегом {tag}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Tag {count} passage as {tag}</source>
        <translation>Позначення тегом {tag}, уривків: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Tag {count} passages as {tag}</source>
        <translation>Позначення тегом {tag}, уривків: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Tag hits of “{query}” as {tag}</source>
        <translation>Позначення збігів «{query}» тегом {tag}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Edit “{quote}”</source>
        <translation>Зміна позначки «{quote}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Settle the review of “{quote}”</source>
        <translation>Завершення перегляду позначки «{quote}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete “{quote}”</source>
        <translation>Видалення позначки «{quote}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Accept “{quote}”</source>
        <translation>Прийняття «{quote}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Accept {count} suggestions</source>
        <translation>Прийняття пропозицій: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Reject “{quote}”</source>
        <translation>Відхилення «{quote}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Reject {count} suggestions</source>
        <translation>Відхилення пропозицій: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Adjudicate {count} annotation</source>
        <translation>Узгодження позначок: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Adjudicate {count} annotations</source>
        <translation>Узгодження позначок: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Withdraw {count} adjudicated</source>
        <translation>Вилучення узгоджених: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Add tag {name}</source>
        <translation>Новий тег {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Edit tag {name}</source>
        <translation>Зміна тегу {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete tag {name}</source>
        <translation>Видалення тегу {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Move tag {name}</source>
        <translation>Переміщення тегу {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Merge tag {name} into {kept}</source>
        <translation>Об’єднання тегу {name} з {kept}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Load codebook {name}</source>
        <translation>Завантаження кодової книги {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Load {name}</source>
        <translation>Завантаження: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Add collection {name}</source>
        <translation>Нова добірка {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Rename collection {name}</source>
        <translation>Перейменування добірки {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete collection {name}</source>
        <translation>Видалення добірки {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Add to {name}</source>
        <translation>Додавання до {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Remove from {name}</source>
        <translation>Вилучення з {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Save search {name}</source>
        <translation>Збереження пошуку {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Edit saved search {name}</source>
        <translation>Зміна збереженого пошуку {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete saved search {name}</source>
        <translation>Видалення збереженого пошуку {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Save profile {name}</source>
        <translation>Збереження профілю {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete profile {name}</source>
        <translation>Видалення профілю {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Add {kind} {name}</source>
        <translation>Новий запис ({kind}): {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Edit {kind} {name}</source>
        <translation>Зміна запису ({kind}): {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete {kind} {name}</source>
        <translation>Видалення запису ({kind}): {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Merge {name} into {kept}</source>
        <translation>Об’єднання {name} з {kept}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Merge {count} records into {kept}</source>
        <translation>Об’єднання з {kept}, записів: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Split {count} off {name}</source>
        <translation>Відокремлення від {name}, уривків: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Link to {name}</source>
        <translation>Прив’язування до {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Link to new {kind} {name}</source>
        <translation>Прив’язування до нового запису ({kind}): {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Link “{quote}” to {name}</source>
        <translation>Прив’язування «{quote}» до {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Link {count} passages to {name}</source>
        <translation>Прив’язування до {name}, уривків: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Unlink “{quote}”</source>
        <translation>Відв’язування «{quote}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Unlink {count} passages</source>
        <translation>Відв’язування уривків: {count}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Relate {names}</source>
        <translation>Зв’язок: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Relate to new {kind} {name}</source>
        <translation>Зв’язок із новим записом ({kind}): {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Edit relation of {names}</source>
        <translation>Зміна зв’язку: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete relation</source>
        <translation>Видалення зв’язку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete relation of {names}</source>
        <translation>Видалення зв’язку: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/step_wording.py"/>
        <source>Delete {count} relations</source>
        <translation>Видалення зв’язків: {count}</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <location filename="../../archivist/ui/history/model.py"/>
        <source>Nobody knows when</source>
        <translation>Невідомо коли</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/model.py"/>
        <source>Today, {day}</source>
        <translation>Сьогодні, {day}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/model.py"/>
        <source>Yesterday, {day}</source>
        <translation>Учора, {day}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/model.py"/>
        <source>undone</source>
        <translation>скасовано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/model.py"/>
        <source>undone for good</source>
        <translation>скасовано остаточно</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/model.py"/>
        <source>taken back</source>
        <translation>відкликано</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/history/model.py"/>
        <source>{titles} and %n more</source>
        <translation>
            <numerusform>{titles} і ще %n</numerusform>
            <numerusform>{titles} і ще %n</numerusform>
            <numerusform>{titles} і ще %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsTable</name>
    <message>
        <location filename="../../archivist/ui/history/table.py"/>
        <source>Steps of the history</source>
        <translation>Кроки історії</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <location filename="../../archivist/ui/suggesting.py"/>
        <source>Suggestions are hidden.</source>
        <translation>Пропозиції приховано.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/suggesting.py"/>
        <source>Show them first ({key}).</source>
        <translation>Спершу покажіть їх ({key}).</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/suggesting.py"/>
        <source>Nothing is suggested in this article.</source>
        <translation>У цій статті нічого не запропоновано.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/suggesting.py"/>
        <source>%Ln suggestion(s) accepted.</source>
        <translation>
            <numerusform>%Ln пропозицію прийнято.</numerusform>
            <numerusform>%Ln пропозиції прийнято.</numerusform>
            <numerusform>%Ln пропозицій прийнято.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepBar</name>
    <message>
        <location filename="../../archivist/ui/tagging/sweep_bar.py"/>
        <source>Put down</source>
        <translation>Відкласти</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/sweep_bar.py"/>
        <source>In hand: {tag}. Sweep over words to tag them; Esc ends it.</source>
        <translation>Напохваті: {tag}. Проведіть по словах, щоб позначити їх; Esc — кінець.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/sweep_bar.py"/>
        <source>Put the tag down</source>
        <translation>Відкласти тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/sweep_bar.py"/>
        <source>Put the tag down, Esc</source>
        <translation>Відкласти тег, Esc</translation>
    </message>
</context>
<context>
    <name>TableColumnsDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>No column is surely the text. Choose the one that it is in.</source>
        <translation>Про жоден стовпець не можна певно сказати, що це текст. Виберіть той, у якому він є.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>No article would come in.</source>
        <translation>Жодна стаття не потрапила б до архіву.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Looking for other files with the same columns…</source>
        <translation>Пошук інших файлів із такими самими стовпцями…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Read %n other file(s) with the same columns in this wa&amp;y too</source>
        <translation>
            <numerusform>Так само про&amp;читати ще %n файл із такими стовпцями</numerusform>
            <numerusform>Так само про&amp;читати ще %n файли з такими стовпцями</numerusform>
            <numerusform>Так само про&amp;читати ще %n файлів із такими стовпцями</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>No other file has the same columns</source>
        <translation>Інших файлів із такими стовпцями немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>&amp;Replace the profile</source>
        <translation>Замінити &amp;профіль</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Keep as a p&amp;rofile</source>
        <translation>З&amp;берегти як профіль</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Kept as “{name}”, for files with the same columns.</source>
        <translation>Збережено як «{name}» для файлів із такими самими стовпцями.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>As chosen here</source>
        <translation>Як вибрано тут</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Reading…</source>
        <translation>Читання…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Columns of {name}</source>
        <translation>Стовпці: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Profile</source>
        <translation>Профіль</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Pro&amp;file</source>
        <translation>Про&amp;філь</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Name of a profile</source>
        <translation>Назва профілю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Name of a profile to keep</source>
        <translation>Назва профілю для збереження</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/table_columns.py"/>
        <source>Read it so</source>
        <translation>Читати так</translation>
    </message>
</context>
<context>
    <name>TableWording</name>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>articles</source>
        <translation>статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>revisions</source>
        <translation>тексти статей</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>annotations</source>
        <translation>позначки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>tags</source>
        <translation>теги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>records</source>
        <translation>записи</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>relations</source>
        <translation>зв’язки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>collections</source>
        <translation>добірки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>originals</source>
        <translation>оригінали</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>actions</source>
        <translation>кроки історії</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>changes</source>
        <translation>зміни в історії</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/table_wording.py"/>
        <source>events</source>
        <translation>події журналу</translation>
    </message>
</context>
<context>
    <name>TagButton</name>
    <message>
        <location filename="../../archivist/ui/inspector/tag_button.py"/>
        <source>Tag: {name}, {kind}</source>
        <translation>Тег: {name}, {kind}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/tag_button.py"/>
        <source>Choose another tag</source>
        <translation>Вибрати інший тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/tag_button.py"/>
        <source>Click to choose another tag</source>
        <translation>Клацніть, щоб вибрати інший тег</translation>
    </message>
</context>
<context>
    <name>TagForm</name>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>This is no colour.</source>
        <translation>Це не колір.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>A tag needs a name.</source>
        <translation>Тегу потрібна назва.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>Another tag has this name.</source>
        <translation>Таку назву має інший тег.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>A key is one letter or digit, or two.</source>
        <translation>Клавіша — це одна літера чи цифра, або дві.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>This key belongs to “{name}”.</source>
        <translation>Ця клавіша належить тегу «{name}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>In the article, this key then no longer does “{action}”.</source>
        <translation>Тоді в статті ця клавіша вже не виконуватиме дію «{action}».</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>One letter or digit, or that of the tag above and one more</source>
        <translation>Одна літера чи цифра, або клавіша тегу вище і ще одна</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>Colour</source>
        <translation>Колір</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>Key</source>
        <translation>Клавіша</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>Part of</source>
        <translation>Частина від</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>When this tag is used, and when not</source>
        <translation>Коли цей тег уживають, а коли ні</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_form.py"/>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
</context>
<context>
    <name>TagHitsDialog</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>the %Ln selected line(s) of the concordance</source>
        <translation>
            <numerusform>%Ln вибраний рядок конкордансу</numerusform>
            <numerusform>%Ln вибрані рядки конкордансу</numerusform>
            <numerusform>%Ln вибраних рядків конкордансу</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>all hits of the search</source>
        <translation>усі збіги пошуку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>&amp;Tag</source>
        <translation>&amp;Позначити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>Counting the occurrences…</source>
        <translation>Підрахунок вживань…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>There is no occurrence in the text of an article, so there is nothing to tag.</source>
        <translation>У текстах статей немає жодного вживання, тож нема чого позначати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>Choose a tag, or type the name of a new one.</source>
        <translation>Виберіть тег або введіть назву нового.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln стаття</numerusform>
            <numerusform>%Ln статті</numerusform>
            <numerusform>%Ln статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>%Ln occurrence(s), all with this tag already.</source>
        <translation>
            <numerusform>%Ln вживання — усі вже мають цей тег.</numerusform>
            <numerusform>%Ln вживання — усі вже мають цей тег.</numerusform>
            <numerusform>%Ln вживань — усі вже мають цей тег.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>%Ln occurrence(s) will be tagged “{tag}”, found in {articles}.</source>
        <translation>
            <numerusform>Тегом «{tag}» буде позначено %Ln вживання ({articles}).</numerusform>
            <numerusform>Тегом «{tag}» буде позначено %Ln вживання ({articles}).</numerusform>
            <numerusform>Тегом «{tag}» буде позначено %Ln вживань ({articles}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>%Ln carry it already and stay as they are.</source>
        <translation>
            <numerusform>%Ln уже має його й залишається як є.</numerusform>
            <numerusform>%Ln уже мають його й залишаються як є.</numerusform>
            <numerusform>%Ln уже мають його й залишаються як є.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>Tag all hits</source>
        <translation>Позначення всіх збігів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>Tag what “{query}” finds</source>
        <translation>Позначити знайдене за «{query}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>Type a part of a tag's name</source>
        <translation>Введіть частину назви тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_hits_dialog.py"/>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
</context>
<context>
    <name>TagPopup</name>
    <message>
        <location filename="../../archivist/ui/tagging/popup.py"/>
        <source>Choose a tag</source>
        <translation>Вибрати тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/popup.py"/>
        <source>Type a part of a tag's name</source>
        <translation>Введіть частину назви тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/popup.py"/>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/popup.py"/>
        <source>There are no tags yet. Type a name to make the first.</source>
        <translation>Тегів іще немає. Введіть назву, щоб створити перший.</translation>
    </message>
</context>
<context>
    <name>TagRows</name>
    <message>
        <location filename="../../archivist/ui/tagging/tag_rows.py"/>
        <source>Create event tag “{name}”</source>
        <translation>Створити тег події «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_rows.py"/>
        <source>Create actor tag “{name}”</source>
        <translation>Створити тег актора «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_rows.py"/>
        <source>Create figure tag “{name}”</source>
        <translation>Створити тег показника «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_rows.py"/>
        <source>Create date tag “{name}”</source>
        <translation>Створити тег дати «{name}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/tag_rows.py"/>
        <source>key {key}</source>
        <translation>клавіша {key}</translation>
    </message>
</context>
<context>
    <name>TagStrip</name>
    <message>
        <location filename="../../archivist/ui/tagging/strip.py"/>
        <source>Tags and their keys</source>
        <translation>Теги та їхні клавіші</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/strip.py"/>
        <source>Enter: {tag}. Esc: none.</source>
        <translation>Enter: {tag}. Esc: жоден.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/strip.py"/>
        <source>Esc: none.</source>
        <translation>Esc: жоден.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/strip.py"/>
        <source>All tags…</source>
        <translation>Усі теги…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/strip.py"/>
        <source>Make the first tag…</source>
        <translation>Створити перший тег…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/strip.py"/>
        <source>{name}, {kind}, key {key}</source>
        <translation>{name}, {kind}, клавіша {key}</translation>
    </message>
</context>
<context>
    <name>TaggingHits</name>
    <message>
        <location filename="../../archivist/ui/tagging_hits.py"/>
        <source>There is no search, so there are no hits to tag.</source>
        <translation>Пошуку немає, тож немає збігів, які можна позначити.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging_hits.py"/>
        <source>Search for a word or a phrase first.</source>
        <translation>Спершу знайдіть слово або фразу.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging_hits.py"/>
        <source>Counting the hits</source>
        <translation>Підрахунок збігів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging_hits.py"/>
        <source>Tag hits of “{query}” as {tag}</source>
        <translation>Позначення збігів «{query}» як {tag}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging_hits.py"/>
        <source>Tagging as “{tag}”</source>
        <translation>Позначення тегом «{tag}»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/tagging_hits.py"/>
        <source>%Ln occurrence(s) tagged “{tag}”.</source>
        <translation>
            <numerusform>%Ln вживання позначено тегом «{tag}».</numerusform>
            <numerusform>%Ln вживання позначено тегом «{tag}».</numerusform>
            <numerusform>%Ln вживань позначено тегом «{tag}».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging_hits.py"/>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging_hits.py"/>
        <source>Tagging was stopped.</source>
        <translation>Позначення зупинено.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging_hits.py"/>
        <source>What had been tagged by then is kept; undo takes it back.</source>
        <translation>Позначене до того збережено; скасування прибере його.</translation>
    </message>
</context>
<context>
    <name>TextReportDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/text_report.py"/>
        <source>&amp;Copy all</source>
        <translation>&amp;Копіювати все</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <location filename="../../archivist/ui/undoing.py"/>
        <source>Undoing</source>
        <translation>Скасування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/undoing.py"/>
        <source>Undone: {action}</source>
        <translation>Скасовано: {action}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/undoing.py"/>
        <source>Redoing</source>
        <translation>Повторення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/undoing.py"/>
        <source>Done again: {action}</source>
        <translation>Повторено: {action}</translation>
    </message>
</context>
<context>
    <name>Unreviewed</name>
    <message>
        <location filename="../../archivist/ui/unreviewed.py"/>
        <source>No annotation waits for review.</source>
        <translation>Жодна позначка не чекає на перегляд.</translation>
    </message>
</context>
<context>
    <name>ValueWording</name>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>{kind}</source>
        <translation>{kind}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>tag</source>
        <translation>тег</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>collection</source>
        <translation>добірка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>saved search</source>
        <translation>збережений пошук</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>address of a passage</source>
        <translation>адреса уривка</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>annotation for review</source>
        <translation>позначка на перегляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>annotator</source>
        <translation>анотатор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>approximation</source>
        <translation>наближення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>books</source>
        <translation>книги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>candidate</source>
        <translation>можливе місце</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>colour</source>
        <translation>колір</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>encoding</source>
        <translation>кодування</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>end of a redaction</source>
        <translation>кінець закриття</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>facet</source>
        <translation>фасет</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>field</source>
        <translation>поле</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>field of a tag</source>
        <translation>поле тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>field of an article</source>
        <translation>поле статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>field of a record of kind {kind}</source>
        <translation>поле запису, вид — {kind}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>format</source>
        <translation>формат</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>kind of a record</source>
        <translation>вид запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>language</source>
        <translation>мова</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>name of a collection</source>
        <translation>назва добірки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>name of a profile</source>
        <translation>назва профілю</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>name of a record</source>
        <translation>назва запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>name of a report</source>
        <translation>назва звіту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>name of a saved search</source>
        <translation>назва збереженого пошуку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>name of a tag</source>
        <translation>назва тегу</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>name of an attribute</source>
        <translation>назва атрибута</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>name of an export</source>
        <translation>назва експорту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>order</source>
        <translation>порядок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>pair of articles</source>
        <translation>пара статей</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>parent</source>
        <translation>вищий рівень</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>passage of {name}</source>
        <translation>уривок запису {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>place for what is rescued</source>
        <translation>місце для врятованого</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>place of an annotation for review</source>
        <translation>місце позначки на перегляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>range</source>
        <translation>діапазон</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>role</source>
        <translation>посада</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>scheme of an external id</source>
        <translation>схема зовнішнього ідентифікатора</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>set of annotators</source>
        <translation>набір анотаторів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>set of attributes</source>
        <translation>набір атрибутів</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>shortcut</source>
        <translation>клавіша</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>tag to merge with</source>
        <translation>тег, з яким об’єднати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>text of an article</source>
        <translation>текст статті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>time of a role</source>
        <translation>час посади</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>type of a relation</source>
        <translation>тип зв’язку</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>type of an actor</source>
        <translation>тип актора</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a beginning that is not after the end</source>
        <translation>початок, не пізніший за кінець</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a code such as uk, ru, en</source>
        <translation>код, як-от uk, ru, en</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a folder outside of the damaged archive</source>
        <translation>тека поза пошкодженим архівом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a low that is not above the high</source>
        <translation>нижня межа, не більша за верхню</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a name that ends in .json, .csv or .txt</source>
        <translation>назва, що закінчується на .json, .csv або .txt</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a number such as 18 or 2.5</source>
        <translation>число, як-от 18 або 2.5</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a start and an end in the text</source>
        <translation>початок і кінець у тексті</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a tag that is not below it</source>
        <translation>тег, що не є нижчим за нього</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a text with words in it</source>
        <translation>текст зі словами</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a title, an organisation or both</source>
        <translation>назва посади, організація або обидві</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a value, or a low and a high</source>
        <translation>значення або нижня й верхня межі</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a word</source>
        <translation>слово</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a word such as wikidata</source>
        <translation>слово, як-от wikidata</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>another tag of the kind {kind}</source>
        <translation>інший тег виду «{kind}»</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>nothing; an embargo can end, a redaction is lifted</source>
        <translation>нічого; ембарго може скінчитися, а закриття знімають</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>one letter or digit, or two</source>
        <translation>одна літера чи цифра, або дві</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>one line of text</source>
        <translation>один рядок тексту</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>text, numbers and lists of them</source>
        <translation>текст, числа та їхні списки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>those that are linked to it</source>
        <translation>прив’язані до нього</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>two different ones</source>
        <translation>дві різні</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>two or more names</source>
        <translation>два імені або більше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>two or more of those who marked something: {names}</source>
        <translation>двоє або більше з тих, хто щось позначив: {names}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>{types}, or a word of your own</source>
        <translation>{types} або власне слово</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>{figure} or {other_figure}</source>
        <translation>{figure} або {other_figure}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a folder</source>
        <translation>тека</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a folder or a name that ends in {endings}</source>
        <translation>тека або назва, що закінчується на {endings}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/value_wording.py"/>
        <source>a name that ends in {endings}</source>
        <translation>назва, що закінчується на {endings}</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <location filename="../../archivist/ui/history/verdict.py"/>
        <source>Show where</source>
        <translation>Показати де</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/verdict.py"/>
        <source>Undo this step</source>
        <translation>Скасувати цей крок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/verdict.py"/>
        <source>Choose a step to see whether it can be undone.</source>
        <translation>Виберіть крок, щоб побачити, чи можна його скасувати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/verdict.py"/>
        <source>Looking for what depends on it…</source>
        <translation>Пошук того, що від нього залежить…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/verdict.py"/>
        <source>Nothing that was done later depends on it: it can be undone.</source>
        <translation>Ніщо пізніше від нього не залежить: його можна скасувати.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/verdict.py"/>
        <source>It cannot be undone: {why}.</source>
        <translation>Його не можна скасувати: {why}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/verdict.py"/>
        <source>Show the later step</source>
        <translation>Показати пізніший крок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/history/verdict.py"/>
        <source>Whether the step can be undone</source>
        <translation>Чи можна скасувати крок</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/waiting.py"/>
        <source>Stopping…</source>
        <translation>Зупинка…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/waiting.py"/>
        <source>&amp;Stop</source>
        <translation>&amp;Зупинити</translation>
    </message>
</context>
<context>
    <name>WatchedFoldersDialog</name>
    <message>
        <location filename="../../archivist/ui/dialogs/watched_folders.py"/>
        <source>Watch a folder</source>
        <translation>Узяти теку під нагляд</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/watched_folders.py"/>
        <source>Watched folders</source>
        <translation>Теки під наглядом</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/watched_folders.py"/>
        <source>&amp;Add…</source>
        <translation>&amp;Додати…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/watched_folders.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Вилучити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/watched_folders.py"/>
        <source>Watch</source>
        <translation>Спостерігати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/dialogs/watched_folders.py"/>
        <source>New files in these folders are offered for import into this archive. None comes in unasked.</source>
        <translation>Нові файли в цих теках пропонуються для імпорту в цей архів. Жоден не потрапляє сюди без дозволу.</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message numerus="yes">
        <location filename="../../archivist/ui/watching.py"/>
        <source>%n new file(s) in {folder}.</source>
        <translation>
            <numerusform>%n новий файл у {folder}.</numerusform>
            <numerusform>%n нові файли в {folder}.</numerusform>
            <numerusform>%n нових файлів у {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/watching.py"/>
        <source>Look…</source>
        <translation>Переглянути…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/watching.py"/>
        <source>Import</source>
        <translation>Імпортувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/watching.py"/>
        <source>Ignore</source>
        <translation>Не зважати</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <location filename="../../archivist/ui/window.py"/>
        <source>{archive} – Archivist</source>
        <translation>{archive} – Archivist</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/window.py"/>
        <source>From the next start on, Archivist speaks the language of the system.</source>
        <translation>Від наступного запуску мова Archivist буде така, як у системі.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/window.py"/>
        <source>From the next start on, Archivist speaks this language: {language}.</source>
        <translation>Від наступного запуску мова Archivist: {language}.</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/window.py"/>
        <source>Close Archivist</source>
        <translation>Закрити Archivist</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/window.py"/>
        <source>&amp;Undo: {action}</source>
        <translation>&amp;Скасувати: {action}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/window.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/window.py"/>
        <source>&amp;Redo: {action}</source>
        <translation>&amp;Повторити: {action}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/window.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/window.py"/>
        <source>No other archive was open yet</source>
        <translation>Інші архіви ще не відкривалися</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>event</source>
        <translation>подія</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>actor</source>
        <translation>актор</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>figure</source>
        <translation>показник</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Events</source>
        <translation>Події</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Actors</source>
        <translation>Актори</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Figures</source>
        <translation>Показники</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Dates</source>
        <translation>Дати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Collections</source>
        <translation>Добірки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Kinds</source>
        <translation>Види</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Outlets</source>
        <translation>Видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Languages</source>
        <translation>Мови</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Years</source>
        <translation>Роки</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Months</source>
        <translation>Місяці</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Unknown outlet</source>
        <translation>Невідоме видання</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Without a date</source>
        <translation>Без дати</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>not qualified</source>
        <translation>без уточнення</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>exactly</source>
        <translation>рівно</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>about</source>
        <translation>близько</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>at least</source>
        <translation>щонайменше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>more than</source>
        <translation>понад</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>almost</source>
        <translation>майже</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>up to</source>
        <translation>до</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>a record's name</source>
        <translation>назва запису</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>tagged before</source>
        <translation>позначали раніше</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>a date</source>
        <translation>дата</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>perhaps a name</source>
        <translation>можливо, назва</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Imported</source>
        <translation>Імпортовано</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Already here</source>
        <translation>Уже є</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Imported, look at it</source>
        <translation>Імпортовано, перегляньте</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Refused</source>
        <translation>Відхилено</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>less than a minute left</source>
        <translation>лишилося менше хвилини</translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/wording.py"/>
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>лишилася приблизно %n година</numerusform>
            <numerusform>лишилося приблизно %n години</numerusform>
            <numerusform>лишилося приблизно %n годин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../archivist/ui/wording.py"/>
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>лишилася приблизно %n хвилина</numerusform>
            <numerusform>лишилося приблизно %n хвилини</numerusform>
            <numerusform>лишилося приблизно %n хвилин</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Redacted</source>
        <translation>Закрито</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Under embargo until {day}</source>
        <translation>Під ембарго до {day}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>Under embargo</source>
        <translation>Під ембарго</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>until {day}</source>
        <translation>до {day}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>from {day}</source>
        <translation>від {day}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/wording.py"/>
        <source>{first} to {last}</source>
        <translation>{first} – {last}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <location filename="../../archivist/ui/progress_strip.py"/>
        <source>Cancel: {job}</source>
        <translation>Скасувати: {job}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/progress_strip.py"/>
        <source>stopping…</source>
        <translation>зупиняється…</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/progress_strip.py"/>
        <source>{done} of {total}</source>
        <translation>{done} з {total}</translation>
    </message>
</context>
<context>
    <name>_RecordButton</name>
    <message>
        <location filename="../../archivist/ui/inspector/record_field.py"/>
        <source>{title}: {name}</source>
        <translation>{title}: {name}</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/record_field.py"/>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/record_field.py"/>
        <source>Choose a record</source>
        <translation>Вибрати запис</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/inspector/record_field.py"/>
        <source>Choose the record that these words speak of</source>
        <translation>Виберіть запис, про який говорять ці слова</translation>
    </message>
</context>
<context>
    <name>_Sample</name>
    <message>
        <location filename="../../archivist/ui/tagging/colour_field.py"/>
        <source>Sample</source>
        <translation>Зразок</translation>
    </message>
    <message>
        <location filename="../../archivist/ui/tagging/colour_field.py"/>
        <source>words</source>
        <translation>слова</translation>
    </message>
</context>
<context>
    <name>_StripButton</name>
    <message>
        <location filename="../../archivist/ui/tagging/strip.py"/>
        <source>in hand</source>
        <translation>напохваті</translation>
    </message>
</context>
</TS>
