<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl">
<context>
    <name>QMenu</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Kolory</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Jak &amp;system</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Jasne</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Ciemne</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Język</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>▲ 1 band higher</source>
        <translation>▲ 1 zakres wyżej</translation>
    </message>
    <message>
        <source>▲ %1 bands higher</source>
        <translation>▲ wyżej zakresów: %1</translation>
    </message>
    <message>
        <source>▼ 1 band lower</source>
        <translation>▼ 1 zakres niżej</translation>
    </message>
    <message>
        <source>▼ %1 bands lower</source>
        <translation>▼ niżej zakresów: %1</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>For teaching and research. Not for dosing decisions.</source>
        <translation>Do nauczania i badań. Nie do decyzji o dawkowaniu.</translation>
    </message>
    <message>
        <source>time [{0}]</source>
        <translation>czas [{0}]</translation>
    </message>
    <message>
        <source>time after the first dose [{0}]</source>
        <translation>czas od pierwszej dawki [{0}]</translation>
    </message>
    <message>
        <source>time after the end of the input [{0}]</source>
        <translation>czas od zakończenia podawania [{0}]</translation>
    </message>
    <message>
        <source>concentration</source>
        <translation>stężenie</translation>
    </message>
    <message>
        <source>value</source>
        <translation>wartość</translation>
    </message>
    <message>
        <source>effect site</source>
        <translation>miejsce działania</translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Incomplete: {0}</source>
        <translation>Niepełne: {0}</translation>
    </message>
    <message>
        <source>{0} {1}-form</source>
        <translation>{0} forma {1}</translation>
    </message>
    <message>
        <source>{0} over {1}</source>
        <translation>{0} przez {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} z szybkością {1}</translation>
    </message>
    <message>
        <source>{0}, {1} times every {2}</source>
        <translation>{0}, {1} razy co {2}</translation>
    </message>
    <message>
        <source>{0}, at steady state every {1}</source>
        <translation>{0}, w stanie stacjonarnym co {1}</translation>
    </message>
    <message>
        <source>{0} Solid: arterial. Dashed: venous. Dotted: sampling site unknown. Shaded: lowest to highest of {1} models.</source>
        <translation>{0} Ciągła: krew tętnicza. Kreskowana: żylna. Kropkowana: miejsce pobrania nieznane. Cieniowane: od najniższego do najwyższego z {1} modeli.</translation>
    </message>
    <message>
        <source>Peak and exposure</source>
        <translation>Stężenie maksymalne i ekspozycja</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scenariusz</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Krzywa</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Wielkość</translation>
    </message>
    <message>
        <source>{0} (baseline)</source>
        <translation>{0} (odniesienie)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Obok siebie</translation>
    </message>
    <message>
        <source>AUC ratio {0}</source>
        <translation>Stosunek AUC {0}</translation>
    </message>
    <message>
        <source>time in {0}</source>
        <translation>czas w zakresie {0}</translation>
    </message>
    <message>
        <source>peak effect: {0}</source>
        <translation>największy efekt: {0}</translation>
    </message>
    <message>
        <source>Scenario {0}: {1}</source>
        <translation>Scenariusz {0}: {1}</translation>
    </message>
    <message>
        <source>Doses: event table {0}</source>
        <translation>Dawki: tabela zdarzeń {0}</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>z szybkością {0}</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>jednorazowo</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>podane raz</translation>
    </message>
    <message>
        <source>{0} more, every {1}</source>
        <translation>{0} kolejnych, co {1}</translation>
    </message>
    <message>
        <source>{0}, from steady state</source>
        <translation>{0}, od stanu stacjonarnego</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Droga</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Ilość</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Przez</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Powtórzenia</translation>
    </message>
    <message>
        <source>Model {0}; subject: {1}; until {2}; seed {3}; {4}</source>
        <translation>Model {0}; osoba: {1}; do {2}; ziarno {3}; {4}</translation>
    </message>
    <message>
        <source>as the model&apos;s standard</source>
        <translation>standard modelu</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>pokazany</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ukryty</translation>
    </message>
    <message>
        <source>Taken beside: {0}</source>
        <translation>Przyjmowane obok: {0}</translation>
    </message>
    <message>
        <source>Not as published: {0}</source>
        <translation>Inaczej niż w publikacji: {0}</translation>
    </message>
    <message>
        <source>Model card: {0}</source>
        <translation>Karta modelu: {0}</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scenariusze</translation>
    </message>
    <message>
        <source>Schedules and subjects</source>
        <translation>Schematy dawkowania i osoby</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktura</translation>
    </message>
    <message>
        <source>{0} (amount per time)</source>
        <translation>{0} (ilość na czas)</translation>
    </message>
    <message>
        <source>SD {0} on the logit scale</source>
        <translation>SD {0} w skali logitowej</translation>
    </message>
    <message>
        <source>{0} between subjects</source>
        <translation>{0} między osobami</translation>
    </message>
    <message>
        <source>{0} between occasions</source>
        <translation>{0} między okazjami</translation>
    </message>
    <message>
        <source>any</source>
        <translation>dowolna</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} do {1}</translation>
    </message>
    <message>
        <source>proportional {0}</source>
        <translation>proporcjonalny {0}</translation>
    </message>
    <message>
        <source>on the log scale {0}</source>
        <translation>w skali log {0}</translation>
    </message>
    <message>
        <source>additive {0}</source>
        <translation>addytywny {0}</translation>
    </message>
    <message>
        <source>The kinetics are not linear: there is no fixed half-life.</source>
        <translation>Kinetyka nie jest liniowa: nie ma stałego okresu półtrwania.</translation>
    </message>
    <message>
        <source>phase {0}</source>
        <translation>faza {0}</translation>
    </message>
    <message>
        <source>About</source>
        <translation>O modelu</translation>
    </message>
    <message>
        <source>id</source>
        <translation>identyfikator</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>streszczenie</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>ocena</translation>
    </message>
    <message>
        <source>why this grade</source>
        <translation>uzasadnienie oceny</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>cytowanie</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>autorzy</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>czasopismo</translation>
    </message>
    <message>
        <source>year</source>
        <translation>rok</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>no DOI because</source>
        <translation>brak DOI, ponieważ</translation>
    </message>
    <message>
        <source>Population and assay</source>
        <translation>Populacja i oznaczenie</translation>
    </message>
    <message>
        <source>population</source>
        <translation>populacja</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>age</source>
        <translation>wiek</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>masa ciała</translation>
    </message>
    <message>
        <source>drug form</source>
        <translation>postać leku</translation>
    </message>
    <message>
        <source>doses count</source>
        <translation>dawki liczone jako</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>matryca</translation>
    </message>
    <message>
        <source>sampling site</source>
        <translation>miejsce pobrania</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Pominięto</translation>
    </message>
    <message>
        <source>Conflicts between sources</source>
        <translation>Sprzeczności między źródłami</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Drogi podania</translation>
    </message>
    <message>
        <source>route</source>
        <translation>droga</translation>
    </message>
    <message>
        <source>enters</source>
        <translation>trafia do</translation>
    </message>
    <message>
        <source>infusion</source>
        <translation>wlew</translation>
    </message>
    <message>
        <source>source</source>
        <translation>źródło</translation>
    </message>
    <message>
        <source>note</source>
        <translation>uwaga</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>tak</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Compartments</source>
        <translation>Kompartmenty</translation>
    </message>
    <message>
        <source>compartment</source>
        <translation>kompartment</translation>
    </message>
    <message>
        <source>analyte</source>
        <translation>analit</translation>
    </message>
    <message>
        <source>equations</source>
        <translation>równania</translation>
    </message>
    <message>
        <source>description</source>
        <translation>opis</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Przepływy</translation>
    </message>
    <message>
        <source>from</source>
        <translation>z</translation>
    </message>
    <message>
        <source>to</source>
        <translation>do</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>szybkość</translation>
    </message>
    <message>
        <source>what</source>
        <translation>co</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>na zewnątrz</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametry</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>parametr</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>jednostka</translation>
    </message>
    <message>
        <source>RSE</source>
        <translation>RSE</translation>
    </message>
    <message>
        <source>variability</source>
        <translation>zmienność</translation>
    </message>
    <message>
        <source>Derived quantities</source>
        <translation>Wielkości pochodne</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>wyrażenie</translation>
    </message>
    <message>
        <source>Covariates</source>
        <translation>Współzmienne</translation>
    </message>
    <message>
        <source>covariate</source>
        <translation>współzmienna</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>standard</translation>
    </message>
    <message>
        <source>valid range</source>
        <translation>zakres ważności</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Wyniki</translation>
    </message>
    <message>
        <source>output</source>
        <translation>wynik</translation>
    </message>
    <message>
        <source>site</source>
        <translation>miejsce</translation>
    </message>
    <message>
        <source>Analytes</source>
        <translation>Anality</translation>
    </message>
    <message>
        <source>enantiomer</source>
        <translation>enancjomer</translation>
    </message>
    <message>
        <source>molar mass</source>
        <translation>masa molowa</translation>
    </message>
    <message>
        <source>Variability between and within subjects</source>
        <translation>Zmienność między osobami i u jednej osoby</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>efekt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>na</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>rozkład</translation>
    </message>
    <message>
        <source>level</source>
        <translation>poziom</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>wariancja</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>lognormalny</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normalny</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>osoba</translation>
    </message>
    <message>
        <source>occasion</source>
        <translation>okazja</translation>
    </message>
    <message>
        <source>Residual error</source>
        <translation>Błąd resztowy</translation>
    </message>
    <message>
        <source>error</source>
        <translation>błąd</translation>
    </message>
    <message>
        <source>Half-lives of the whole system</source>
        <translation>Okresy półtrwania całego układu</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Sprawdzenia</translation>
    </message>
    <message>
        <source>check</source>
        <translation>sprawdzenie</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>rodzaj</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>oczekiwane</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>tolerancja</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>dowód</translation>
    </message>
    <message>
        <source>published</source>
        <translation>opublikowany</translation>
    </message>
    <message>
        <source>composite</source>
        <translation>złożony</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>niezweryfikowany</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referencyjny</translation>
    </message>
    <message>
        <source>user</source>
        <translation>użytkownika</translation>
    </message>
    <message>
        <source>racemate</source>
        <translation>racemat</translation>
    </message>
    <message>
        <source>base</source>
        <translation>zasada</translation>
    </message>
    <message>
        <source>hydrochloride</source>
        <translation>chlorowodorek</translation>
    </message>
    <message>
        <source>plasma</source>
        <translation>osocze</translation>
    </message>
    <message>
        <source>urine</source>
        <translation>mocz</translation>
    </message>
    <message>
        <source>arterial</source>
        <translation>tętnicze</translation>
    </message>
    <message>
        <source>venous</source>
        <translation>żylne</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznane</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>wyprowadzone</translation>
    </message>
    <message>
        <source>Solid arrows: drug moves, with the rate; an arrow that ends in the open: elimination. Dashed: where the dose of a route enters. Dotted: what an output or another state is computed from. Colours: analytes.</source>
        <translation>Strzałki ciągłe: lek się przemieszcza, z podaną szybkością; strzałka kończąca się w pustce: eliminacja. Kreskowane: gdzie trafia dawka danej drogi. Kropkowane: z czego obliczany jest wynik lub inny stan. Kolory: anality.</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>ilość</translation>
    </message>
    <message>
        <source>start</source>
        <translation>początek</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>czas trwania</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>odstęp</translation>
    </message>
    <message>
        <source>until</source>
        <translation>do</translation>
    </message>
    <message>
        <source>dose {0}</source>
        <translation>dawka {0}</translation>
    </message>
    <message>
        <source>parameter {0}</source>
        <translation>parametr {0}</translation>
    </message>
    <message>
        <source>scenario &apos;{0}&apos;: {1}</source>
        <translation>scenariusz „{0}”: {1}</translation>
    </message>
    <message>
        <source>{0} &apos;{1}&apos;: {2}</source>
        <translation>{0} „{1}”: {2}</translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>musi być liczbą skończoną</translation>
    </message>
    <message>
        <source>model {0} has no parameter &apos;{1}&apos;</source>
        <translation>model {0} nie ma parametru „{1}”</translation>
    </message>
    <message>
        <source>model {0} has no covariate &apos;{1}&apos;</source>
        <translation>model {0} nie ma współzmiennej „{1}”</translation>
    </message>
    <message>
        <source>it has {0}</source>
        <translation>ma {0}</translation>
    </message>
    <message>
        <source>it knows {0}</source>
        <translation>zna {0}</translation>
    </message>
    <message>
        <source>did you mean &apos;{0}&apos;?</source>
        <translation>czy chodziło o „{0}”?</translation>
    </message>
    <message>
        <source>{0} = {1}: a weight must be positive</source>
        <translation>{0} = {1}: masa ciała musi być dodatnia</translation>
    </message>
    <message>
        <source>{0} = {1} is outside the range that {2} was built on ({3} to {4} {5})</source>
        <translation>{0} = {1} leży poza zakresem, na którym zbudowano {2} ({3} do {4} {5})</translation>
    </message>
    <message>
        <source>the curve is an extrapolation</source>
        <translation>krzywa jest ekstrapolacją</translation>
    </message>
    <message>
        <source>until = {0}: must be after the start</source>
        <translation>do = {0}: musi być po początku</translation>
    </message>
    <message>
        <source>{0}: model {1} has no route &apos;{2}&apos;</source>
        <translation>{0}: model {1} nie ma drogi „{2}”</translation>
    </message>
    <message>
        <source>{0}, {1} = {2}: must not be negative</source>
        <translation>{0}, {1} = {2}: nie może być ujemne</translation>
    </message>
    <message>
        <source>{0}: an infusion needs a duration above 0</source>
        <translation>{0}: wlew wymaga czasu trwania większego od 0</translation>
    </message>
    <message>
        <source>leave the duration out for a dose given at once</source>
        <translation>dla dawki jednorazowej pominąć czas trwania</translation>
    </message>
    <message>
        <source>{0}: give a duration or a rate, not both</source>
        <translation>{0}: podać czas trwania albo szybkość, nie oba</translation>
    </message>
    <message>
        <source>{0}: route &apos;{1}&apos; of model {2} is given at once, not over a time</source>
        <translation>{0}: drogą „{1}” modelu {2} podaje się jednorazowo, nie przez pewien czas</translation>
    </message>
    <message>
        <source>leave duration and rate out</source>
        <translation>pominąć czas trwania i szybkość</translation>
    </message>
    <message>
        <source>leave duration and rate out, or use {0}</source>
        <translation>pominąć czas trwania i szybkość albo użyć {0}</translation>
    </message>
    <message>
        <source>{0}: the number of repeats must not be negative</source>
        <translation>{0}: liczba powtórzeń nie może być ujemna</translation>
    </message>
    <message>
        <source>{0}: repeated doses need an interval above 0</source>
        <translation>{0}: dawki powtarzane wymagają odstępu większego od 0</translation>
    </message>
    <message>
        <source>{0} starts at {1}, after the end of the simulation, and is not given</source>
        <translation>{0} zaczyna się w {1}, po końcu symulacji, i nie zostanie podana</translation>
    </message>
    <message>
        <source>simulate for longer</source>
        <translation>symulować dłużej</translation>
    </message>
    <message>
        <source>an infusion needs a rate above 0</source>
        <translation>wlew wymaga szybkości większej od 0</translation>
    </message>
    <message>
        <source>leave the rate out for a dose given at once</source>
        <translation>dla dawki jednorazowej pominąć szybkość</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no dose basis</source>
        <translation>„{0}” nie jest podstawą dawki</translation>
    </message>
    <message>
        <source>use base or hydrochloride</source>
        <translation>użyć base albo hydrochloride</translation>
    </message>
    <message>
        <source>half of a racemic dose is {0}-ketamine; {1} shows that half only</source>
        <translation>połowa dawki racemicznej to {0}-ketamina; {1} pokazuje tylko tę połowę</translation>
    </message>
    <message>
        <source>model {0} is for {1}, not for {2}</source>
        <translation>model {0} dotyczy {1}, a nie {2}</translation>
    </message>
    <message>
        <source>choose a model of that form</source>
        <translation>wybrać model tej postaci</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no drug form</source>
        <translation>„{0}” nie jest postacią leku</translation>
    </message>
    <message>
        <source>use racemate, S or R</source>
        <translation>użyć racemate, S albo R</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; does not know the covariate &apos;{1}&apos;</source>
        <translation>model „{0}” nie zna współzmiennej „{1}”</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; does not know the parameter &apos;{1}&apos;</source>
        <translation>model „{0}” nie zna parametru „{1}”</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; has no output &apos;{1}&apos;</source>
        <translation>model „{0}” nie ma wyniku „{1}”</translation>
    </message>
    <message>
        <source>{0} = &apos;{1}&apos;: the model has no such category</source>
        <translation>{0} = „{1}”: model nie ma takiej kategorii</translation>
    </message>
    <message>
        <source>known: {0}</source>
        <translation>znane: {0}</translation>
    </message>
    <message>
        <source>an event table gives its own doses and takes no interaction</source>
        <translation>tabela zdarzeń podaje własne dawki i nie przyjmuje interakcji</translation>
    </message>
    <message>
        <source>{0} acts on {1}, which model {2} does not have: left out</source>
        <translation>{0} działa na {1}, którego model {2} nie ma: pominięto</translation>
    </message>
    <message>
        <source>{0} changes nothing in model {1}</source>
        <translation>{0} nic nie zmienia w modelu {1}</translation>
    </message>
    <message>
        <source>a model with enzymes is needed, for example ketascope-reference</source>
        <translation>potrzebny jest model z enzymami, na przykład ketascope-reference</translation>
    </message>
    <message>
        <source>its enzymes are {0}</source>
        <translation>jego enzymy to {0}</translation>
    </message>
    <message>
        <source>{0} has no regimen &apos;{1}&apos;</source>
        <translation>{0} nie ma schematu „{1}”</translation>
    </message>
    <message>
        <source>effect &apos;{0}&apos; is there twice</source>
        <translation>efekt „{0}” występuje dwa razy</translation>
    </message>
    <message>
        <source>effect {0}: half of the concentration of &apos;{1}&apos; stands for {2}. {3}</source>
        <translation>efekt {0}: połowa stężenia „{1}” zastępuje {2}. {3}</translation>
    </message>
    <message>
        <source>effect {0} follows {1}, but model {2} gives &apos;{3}&apos; of both enantiomers together</source>
        <translation>efekt {0} podąża za {1}, ale model {2} daje „{3}” obu enancjomerów razem</translation>
    </message>
    <message>
        <source>use a model that gives the enantiomer</source>
        <translation>użyć modelu, który podaje enancjomer</translation>
    </message>
    <message>
        <source>effect {0} follows {1}, which model {2} does not give</source>
        <translation>efekt {0} podąża za {1}, czego model {2} nie podaje</translation>
    </message>
    <message>
        <source>the model gives {0}</source>
        <translation>model podaje {0}</translation>
    </message>
    <message>
        <source>no concentration</source>
        <translation>żadnego stężenia</translation>
    </message>
    <message>
        <source>effect {0} follows {1} {2}, model {3} gives {4} {5}</source>
        <translation>efekt {0} podąża za {1} {2}, model {3} podaje {4} {5}</translation>
    </message>
    <message>
        <source>effect {0} follows the concentration of {1} without a delay: {2}</source>
        <translation>efekt {0} podąża za stężeniem {1} bez opóźnienia: {2}</translation>
    </message>
    <message>
        <source>effect {0}: estimated with {1}, used with {2}</source>
        <translation>efekt {0}: oszacowany z {1}, użyty z {2}</translation>
    </message>
    <message>
        <source>effect {0}: {1}</source>
        <translation>efekt {0}: {1}</translation>
    </message>
    <message>
        <source>{0} at the effect site ({1})</source>
        <translation>{0} w miejscu działania ({1})</translation>
    </message>
    <message>
        <source>{0} activity</source>
        <translation>aktywność {0}</translation>
    </message>
    <message>
        <source>{0}, ID {1}: {2} at {3} h; what is shown ends there</source>
        <translation>{0}, ID {1}: {2} w {3} h; pokazane kończy się tam</translation>
    </message>
    <message>
        <source>step_limit</source>
        <translation>osiągnięto limit kroków</translation>
    </message>
    <message>
        <source>non_finite</source>
        <translation>wartości nieskończone</translation>
    </message>
    <message>
        <source>no_steady_state</source>
        <translation>nie znaleziono stanu stacjonarnego</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>przerwano</translation>
    </message>
    <message>
        <source>{0} mg {1} = {2} mg {3}, which {4} counts</source>
        <translation>{0} mg {1} = {2} mg {3}, co liczy {4}</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}.</source>
        <translation>Wirtualni pacjenci według opublikowanej zmienności, ziarno {0}.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates.</source>
        <translation>Wirtualni pacjenci według opublikowanej zmienności, ziarno {0}, z niepewnością oszacowań.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with residual error.</source>
        <translation>Wirtualni pacjenci według opublikowanej zmienności, ziarno {0}, z błędem resztowym.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates, with residual error.</source>
        <translation>Wirtualni pacjenci według opublikowanej zmienności, ziarno {0}, z niepewnością oszacowań i błędem resztowym.</translation>
    </message>
    <message>
        <source>Observed: {0}.</source>
        <translation>Zaobserwowane: {0}.</translation>
    </message>
    <message>
        <source>observed: {0}</source>
        <translation>zaobserwowane: {0}</translation>
    </message>
    <message>
        <source>Open marks: sampled at another site (arterial, venous, not stated) than the curve.</source>
        <translation>Puste znaki: próbki z innego miejsca (tętnicze, żylne, nie podano) niż krzywa.</translation>
    </message>
    <message>
        <source>Open marks: {0}.</source>
        <translation>Puste znaki: {0}.</translation>
    </message>
    <message>
        <source>Sites differ: {0}.</source>
        <translation>Różne miejsca pobrania: {0}.</translation>
    </message>
    <message>
        <source>{0}: {1} samples beside a curve whose samples are {2}</source>
        <translation>{0}: próbki {1} obok krzywej, której próbki są {2}</translation>
    </message>
    <message>
        <source>{0}: {1} samples beside a curve of another site ({2})</source>
        <translation>{0}: próbki {1} obok krzywej z innego miejsca ({2})</translation>
    </message>
    <message>
        <source>{0}: Cmax of {1} {2} is not drawn, its time is not stated</source>
        <translation>{0}: Cmax {1} {2} nie narysowano, czasu nie podano</translation>
    </message>
    <message>
        <source>{0}, {1}, observed ({2})</source>
        <translation>{0}, {1}, zaobserwowane ({2})</translation>
    </message>
    <message>
        <source>site not stated</source>
        <translation>miejsca nie podano</translation>
    </message>
    <message>
        <source>age: built on children ({0})</source>
        <translation>wiek: zbudowany na dzieciach ({0})</translation>
    </message>
    <message>
        <source>age: built on children ({0}), an adult was taken</source>
        <translation>wiek: zbudowany na dzieciach ({0}), przyjęto dorosłego</translation>
    </message>
    <message>
        <source>age: built on {0}, an adult was taken; --age says otherwise</source>
        <translation>wiek: zbudowany dla {0}, przyjęto dorosłego</translation>
    </message>
    <message>
        <source>age: {0} is outside {1}</source>
        <translation>wiek: {0} jest poza {1}</translation>
    </message>
    <message>
        <source>weight: {0} is outside {1}</source>
        <translation>masa ciała: {0} jest poza {1}</translation>
    </message>
    <message>
        <source>route: has {0}, not {1}</source>
        <translation>droga: ma {0}, a nie {1}</translation>
    </message>
    <message>
        <source>route: {0} is given at once, not over a time</source>
        <translation>droga: {0} podaje się jednorazowo, nie przez pewien czas</translation>
    </message>
    <message>
        <source>form: built on {0}, not on {1}</source>
        <translation>postać: zbudowany dla {0}, a nie dla {1}</translation>
    </message>
    <message>
        <source>output: shows no concentration</source>
        <translation>wynik: nie pokazuje stężenia</translation>
    </message>
    <message>
        <source>arterial and venous models are together in one figure: while the drug goes in, arterial concentrations are above venous ones, and they fall faster after it</source>
        <translation>modele tętnicze i żylne na jednym wykresie: podczas podawania stężenia tętnicze są wyższe od żylnych, a potem szybciej spadają</translation>
    </message>
    <message>
        <source>infusion starts</source>
        <translation>początek wlewu</translation>
    </message>
    <message>
        <source>infusion ends</source>
        <translation>koniec wlewu</translation>
    </message>
    <message>
        <source>infusion rate changes</source>
        <translation>zmiana szybkości wlewu</translation>
    </message>
    <message>
        <source>bolus</source>
        <translation>bolus</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>wyzerowanie</translation>
    </message>
    <message>
        <source>compartment on</source>
        <translation>kompartment włączony</translation>
    </message>
    <message>
        <source>compartment off</source>
        <translation>kompartment wyłączony</translation>
    </message>
    <message>
        <source>steady state</source>
        <translation>stan stacjonarny</translation>
    </message>
    <message>
        <source>steady state added</source>
        <translation>dodano stan stacjonarny</translation>
    </message>
    <message>
        <source>earlier infusion {0} runs on</source>
        <translation>wcześniejszy wlew {0} trwa dalej</translation>
    </message>
    <message>
        <source>{0} running or pending discarded</source>
        <translation>odrzucono {0} trwających lub oczekujących</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>wiersz {0}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>wiersz {0}</translation>
    </message>
    <message>
        <source>{0}, additional dose {1}</source>
        <translation>{0}, dawka dodatkowa {1}</translation>
    </message>
    <message>
        <source>no dose of the schedule is repeated</source>
        <translation>żadna dawka schematu nie jest powtarzana</translation>
    </message>
    <message>
        <source>the curve of a single dose is no plain sum of exponentials</source>
        <translation>krzywa pojedynczej dawki nie jest prostą sumą funkcji wykładniczych</translation>
    </message>
    <message>
        <source>the model has no route that takes an infusion</source>
        <translation>model nie ma drogi dla wlewu</translation>
    </message>
    <message>
        <source>in a model that is not linear they depend on the rate, and no dose here is an infusion</source>
        <translation>w modelu nieliniowym zależą od szybkości, a żadna dawka tutaj nie jest wlewem</translation>
    </message>
    <message>
        <source>there is no dose</source>
        <translation>nie ma dawki</translation>
    </message>
    <message>
        <source>the output is zero at the end of the input</source>
        <translation>wynik na końcu podawania wynosi zero</translation>
    </message>
    <message>
        <source>the output does not fall to half</source>
        <translation>wynik nie spada do połowy</translation>
    </message>
    <message>
        <source>what comes in never leaves, so that the curve rises in a straight line</source>
        <translation>to, co wchodzi, nigdy nie wychodzi, więc krzywa rośnie po prostej</translation>
    </message>
    <message>
        <source>it oscillates, or holds rate constants that are equal</source>
        <translation>oscyluje albo zawiera równe stałe szybkości</translation>
    </message>
    <message>
        <source>rate constants are equal or nearly so, so that its terms hold powers of t</source>
        <translation>stałe szybkości są równe lub prawie równe, więc składniki zawierają potęgi t</translation>
    </message>
    <message>
        <source>a compartment is switched off</source>
        <translation>kompartment jest wyłączony</translation>
    </message>
    <message>
        <source>the equations of {0} are not linear with constant coefficients; its curves are no sums of exponentials</source>
        <translation>równania {0} nie są liniowe o stałych współczynnikach; jego krzywe nie są sumami funkcji wykładniczych</translation>
    </message>
    <message>
        <source>the number must be finite</source>
        <translation>liczba musi być skończona</translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation>brak liczby</translation>
    </message>
    <message>
        <source>this does not begin with a number</source>
        <translation>to nie zaczyna się od liczby</translation>
    </message>
    <message>
        <source>write a number and its unit, as in 0.5 mg/kg</source>
        <translation>wpisać liczbę i jednostkę, na przykład 0,5 mg/kg</translation>
    </message>
    <message>
        <source>the number is too large or too small</source>
        <translation>liczba jest za duża lub za mała</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is {1} in base units, but {2} is expected here</source>
        <translation>„{0}” to {1} w jednostkach podstawowych, a tu oczekiwano {2}</translation>
    </message>
    <message>
        <source>1 (no unit)</source>
        <translation>1 (bez jednostki)</translation>
    </message>
    <message>
        <source>unknown unit &apos;{0}&apos;</source>
        <translation>nieznana jednostka „{0}”</translation>
    </message>
    <message>
        <source>there is no band &apos;{0}&apos;</source>
        <translation>nie ma zakresu „{0}”</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} racemate</source>
        <translation>{0} racemat</translation>
    </message>
    <message>
        <source>Virtual patients</source>
        <translation>Wirtualni pacjenci</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Jednostka</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Średnia</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Osiągnęło</translation>
    </message>
    <message>
        <source>target: {0}</source>
        <translation>cel: {0}</translation>
    </message>
    <message>
        <source>{0}, {1} (set by hand)</source>
        <translation>{0}, {1} (ustawiono ręcznie)</translation>
    </message>
    <message>
        <source>{0} (set by hand)</source>
        <translation>{0} (ustawiono ręcznie)</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>jak w modelu</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Opóźnienie</translation>
    </message>
    <message>
        <source>into {0} (free dosing)</source>
        <translation>do {0} (dawkowanie dowolne)</translation>
    </message>
    <message>
        <source>{0}, dose {1}: {2} (set by hand)</source>
        <translation>{0}, dawka {1}: {2} (ustawiono ręcznie)</translation>
    </message>
    <message>
        <source>The dose enters {0} as it is, and no study gives it so</source>
        <translation>Dawka trafia bez zmian do {0}, a żadne badanie tak jej nie podaje</translation>
    </message>
    <message>
        <source>{0}: model {1} has no compartment &apos;{2}&apos; that takes a dose</source>
        <translation>{0}: model {1} nie ma kompartmentu „{2}”, który przyjmuje dawkę</translation>
    </message>
    <message>
        <source>{0}, F = {1}: more cannot enter than is given</source>
        <translation>{0}, F = {1}: nie może wejść więcej, niż podano</translation>
    </message>
    <message>
        <source>F is a part, such as 0.5 or 50 %</source>
        <translation>F to część, na przykład 0,5 lub 50 %</translation>
    </message>
    <message>
        <source>between {0} and {1} it goes from {2} to {3}, and never is {4}</source>
        <translation>między {0} a {1} zmienia się od {2} do {3} i nigdy nie wynosi {4}</translation>
    </message>
    <message>
        <source>widen the bounds or choose another target</source>
        <translation>poszerzyć granice albo wybrać inny cel</translation>
    </message>
    <message>
        <source>no value reaches it: at {0} it jumps past {1}</source>
        <translation>żadna wartość go nie osiąga: przy {0} wynik przeskakuje {1}</translation>
    </message>
    <message>
        <source>between {0} and {1}: both must be above zero, and the second larger</source>
        <translation>między {0} a {1}: obie granice muszą być większe od zera, a druga większa od pierwszej</translation>
    </message>
    <message>
        <source>from {0} to {1}: there is no such time</source>
        <translation>od {0} do {1}: nie ma takiego czasu</translation>
    </message>
    <message>
        <source>Lines are the model&apos;s typical patient, not the median of the virtual patients.</source>
        <translation>Linie pokazują typowego pacjenta modelu, a nie medianę wirtualnych pacjentów.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}</source>
        <translation>Wirtualni pacjenci według opublikowanej zmienności, ziarno {0}</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates</source>
        <translation>Wirtualni pacjenci według opublikowanej zmienności, ziarno {0}, z niepewnością oszacowań</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with residual error</source>
        <translation>Wirtualni pacjenci według opublikowanej zmienności, ziarno {0}, z błędem resztowym</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates, with residual error</source>
        <translation>Wirtualni pacjenci według opublikowanej zmienności, ziarno {0}, z niepewnością oszacowań i błędem resztowym</translation>
    </message>
    <message>
        <source>{0} of each scenario: {1}. Times in bands are counted within the time that is simulated</source>
        <translation>{0} na scenariusz: {1}. Czasy w zakresach liczone są w obrębie symulowanego czasu</translation>
    </message>
    <message>
        <source>Target &apos;{0}&apos;: no scenario shown has an output &apos;{1}&apos;</source>
        <translation>Cel „{0}”: żaden pokazany scenariusz nie ma wyjścia „{1}”</translation>
    </message>
    <message>
        <source>there is no model &apos;{0}&apos;</source>
        <translation>nie ma modelu „{0}”</translation>
    </message>
    <message>
        <source>no models folder was found; set KETASCOPE_MODEL_PATH to one</source>
        <translation>nie znaleziono folderu z modelami; wskazuje go KETASCOPE_MODEL_PATH</translation>
    </message>
    <message>
        <source>the models to choose from are in {0}</source>
        <translation>modele do wyboru są w {0}</translation>
    </message>
    <message>
        <source>Half-life (fitted)</source>
        <translation>Okres półtrwania (dopasowany)</translation>
    </message>
</context>
<context>
    <name>ketascope</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 godz.</translation>
    </message>
    <message>
        <source>%1: highest %2 %3 after %4, %5 at the end.</source>
        <translation>%1: najwyżej %2 %3 po %4, na końcu %5.</translation>
    </message>
    <message>
        <source>%1: between %2 and %3 %4.</source>
        <translation>%1: od %2 do %3 %4.</translation>
    </message>
    <message>
        <source>Effect band: %1.</source>
        <translation>Zakres działania: %1.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>The library holds no observed data of this dose, route and form.</source>
        <translation>Biblioteka nie ma pomiarów dla tej dawki, drogi i postaci.</translation>
    </message>
    <message>
        <source>The scenario has %1 doses; dose %2 is compared.</source>
        <translation>Scenariusz ma dawek: %1; porównywana jest dawka %2.</translation>
    </message>
    <message>
        <source>Changed parameters of the scenario do not count: models answer as published.</source>
        <translation>Zmienione parametry scenariusza się nie liczą: modele odpowiadają tak, jak je opublikowano.</translation>
    </message>
    <message>
        <source> over %1</source>
        <translation> przez %1</translation>
    </message>
    <message>
        <source> at %1</source>
        <translation> z szybkością %1</translation>
    </message>
    <message>
        <source>, %1 times every %2</source>
        <translation>, %1 razy co %2</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 godz. %2 min</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (kopia)</translation>
    </message>
    <message>
        <source>%1 (copy %2)</source>
        <translation>%1 (kopia %2)</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 przez %2</translation>
    </message>
    <message>
        <source>%1, %2 doses every %3</source>
        <translation>%1, dawek: %2, co %3</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 i więcej</translation>
    </message>
    <message>
        <source>It acts on %1; %2 describes no such enzyme.</source>
        <translation>Działa na %1; %2 nie opisuje takiego enzymu.</translation>
    </message>
    <message>
        <source>Grade: %1</source>
        <translation>Ocena: %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Brakuje: %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Z: %1</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>Bez: %1</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, bez: %2</translation>
    </message>
    <message>
        <source>No scenario is shown.</source>
        <translation>Żaden scenariusz nie jest widoczny.</translation>
    </message>
    <message>
        <source>%1: no variability between people is known for what is shown. Models with it: %2.</source>
        <translation>%1: dla tego, co widać, nie jest znana zmienność między osobami. Modele, które ją mają: %2.</translation>
    </message>
    <message>
        <source>%1: no ribbon, because %2 states no variability between people.</source>
        <translation>%1: bez wstęgi, bo %2 nie podaje zmienności między osobami.</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, z: %2</translation>
    </message>
    <message>
        <source>What is taken beside does not count: models answer for the drug alone.</source>
        <translation>To, co przyjmowane obok, się nie liczy: modele odpowiadają za sam lek.</translation>
    </message>
    <message>
        <source>%1: %2 to %3 %4 after %5, where it is highest; %6 to %7 at the end.</source>
        <translation>%1: od %2 do %3 %4 po %5, gdzie jest najwyżej; na końcu od %6 do %7.</translation>
    </message>
    <message>
        <source>S-ketamine</source>
        <translation>S-ketamina</translation>
    </message>
    <message>
        <source>R-ketamine</source>
        <translation>R-ketamina</translation>
    </message>
    <message>
        <source>racemate</source>
        <translation>racemat</translation>
    </message>
    <message>
        <source>hydrochloride</source>
        <translation>chlorowodorek</translation>
    </message>
    <message>
        <source>base</source>
        <translation>zasada</translation>
    </message>
    <message>
        <source>As the model: %1</source>
        <translation>Jak w modelu: %1</translation>
    </message>
    <message>
        <source>What the model counts doses in</source>
        <translation>To, w czym model liczy dawki</translation>
    </message>
    <message>
        <source>%1 is a model of %2. Choose a model of that form, or one that holds the enantiomers apart.</source>
        <translation>%1 to model postaci: %2. Wybierz model tej postaci albo taki, który rozdziela enancjomery.</translation>
    </message>
    <message>
        <source>Half of it is %1; %2 shows that half only.</source>
        <translation>Połowę stanowi %1; %2 pokazuje tylko tę połowę.</translation>
    </message>
    <message>
        <source>All of it enters as %1.</source>
        <translation>Całość wchodzi jako %1.</translation>
    </message>
    <message>
        <source>1 mg of the hydrochloride holds %1 mg of the base.</source>
        <translation>1 mg chlorowodorku zawiera %1 mg zasady.</translation>
    </message>
    <message>
        <source>There is no dose.</source>
        <translation>Nie ma dawki.</translation>
    </message>
    <message>
        <source>What is taken beside begins at a time of its own; with it there is no schedule that has been running for ever.</source>
        <translation>To, co przyjmowane obok, zaczyna się we własnym czasie; nie ma wtedy planu, który trwałby już nieskończenie długo.</translation>
    </message>
    <message>
        <source>%1 is not linear, so that the steady states of two doses do not add up.</source>
        <translation>%1 nie jest liniowy, więc stany stacjonarne dwóch dawek się nie sumują.</translation>
    </message>
    <message>
        <source>%1 mg = %2 mg/kg at %3 kg</source>
        <translation>%1 mg = %2 mg/kg przy %3 kg</translation>
    </message>
    <message>
        <source>; the model counts %1 mg %2</source>
        <translation>; model liczy %1 mg %2</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>na zewnątrz</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>teraz %1</translation>
    </message>
    <message>
        <source>most: %1, at %2</source>
        <translation>najwięcej: %1, czas: %2</translation>
    </message>
    <message>
        <source>%1 % of what has entered so far</source>
        <translation>%1 % tego, co dotąd weszło</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>computed from it; nothing flows</source>
        <translation>obliczane z tego; nic nie płynie</translation>
    </message>
    <message>
        <source>%1 from %2 over %3</source>
        <translation>%1 od %2 przez %3</translation>
    </message>
    <message>
        <source>%1 at %2, at once</source>
        <translation>%1 od razu, czas: %2</translation>
    </message>
    <message>
        <source>rate constant %1</source>
        <translation>stała szybkości %1</translation>
    </message>
    <message>
        <source>eliminated so far: %1</source>
        <translation>dotąd wyeliminowano: %1</translation>
    </message>
    <message>
        <source>No balance: the doses come from an event table.</source>
        <translation>Brak bilansu: dawki pochodzą z tabeli zdarzeń.</translation>
    </message>
    <message>
        <source>ID %1 of the event table; no balance is drawn up for one.</source>
        <translation>ID %1 z tabeli zdarzeń; dla pojedynczego ID nie sporządza się bilansu.</translation>
    </message>
    <message>
        <source>No balance: doses have gone on for ever before the start.</source>
        <translation>Brak bilansu: przed początkiem dawki podawano już nieskończenie długo.</translation>
    </message>
    <message>
        <source>In the compartments %1 + eliminated %2 %3 entered %4</source>
        <translation>W kompartmentach %1 + wyeliminowano %2 %3 weszło %4</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation>Czas %1: %2.</translation>
    </message>
    <message>
        <source>Moving: %1.</source>
        <translation>Przepływa: %1.</translation>
    </message>
    <message>
        <source>%1: no ribbon, because nothing that %2 states may differ between the virtual patients.</source>
        <translation>%1: bez wstęgi, bo nic z tego, co podaje %2, nie może się różnić między wirtualnymi pacjentami.</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, jako %2</translation>
    </message>
    <message>
        <source>%1 takes %2 only: the same amounts, until now %3, count as that.</source>
        <translation>%1 przyjmuje tylko postać: %2. Te same ilości, dotąd: %3, liczą się teraz jako ona.</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>całość</translation>
    </message>
    <message>
        <source>F = %1</source>
        <translation>F = %1</translation>
    </message>
    <message>
        <source>%1, lag %2</source>
        <translation>%1, opóźnienie %2</translation>
    </message>
    <message>
        <source>into %1: %2</source>
        <translation>do %1: %2</translation>
    </message>
    <message>
        <source>The model: %1</source>
        <translation>Model: %1</translation>
    </message>
    <message>
        <source>Write the number without signs between its thousands, like %1.</source>
        <translation>Napisz liczbę bez znaków oddzielających tysiące, jak %1.</translation>
    </message>
    <message>
        <source>%1, dose %2 alone</source>
        <translation>%1, tylko dawka %2</translation>
    </message>
    <message>
        <source>The model states no molar mass of the drug, which a conversion between mass and moles needs.</source>
        <translation>Model nie podaje masy molowej substancji, bez której nie można przeliczyć masy na mole.</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>wiek w latach: %1</translation>
    </message>
    <message>
        <source>Choose a dose in the table first.</source>
        <translation>Najpierw wybierz dawkę w tabeli.</translation>
    </message>
    <message>
        <source>A dose at steady state goes on for ever.</source>
        <translation>Dawka w stanie stacjonarnym trwa bez końca.</translation>
    </message>
    <message>
        <source>The model has no route that takes an infusion.</source>
        <translation>Model nie ma drogi, którą można podać wlew.</translation>
    </message>
</context>
<context>
    <name>ketascope::AuditTableModel</name>
    <message>
        <source>Scenario</source>
        <translation>Scenariusz</translation>
    </message>
    <message>
        <source>Time
h</source>
        <translation>Czas
h</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Zdarzenie</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Kompartment</translation>
    </message>
    <message>
        <source>Amount
mg</source>
        <translation>Ilość
mg</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Entered
mg</source>
        <translation>Weszło
mg</translation>
    </message>
    <message>
        <source>Rate
mg/h</source>
        <translation>Szybkość
mg/h</translation>
    </message>
    <message>
        <source>Duration
h</source>
        <translation>Czas trwania
h</translation>
    </message>
    <message>
        <source>Lag
h</source>
        <translation>Opóźnienie
h</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Przyczyna</translation>
    </message>
    <message>
        <source>%1 (set by hand)</source>
        <translation>%1 (ustawiono ręcznie)</translation>
    </message>
</context>
<context>
    <name>ketascope::BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation>Przerwij</translation>
    </message>
    <message>
        <source>End this and leave everything as it is (Esc)</source>
        <translation>Przerwij i zostaw wszystko bez zmian (Esc)</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Przerwij: %1</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
</context>
<context>
    <name>ketascope::ChangesDialog</name>
    <message>
        <source>not there</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>Równania</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parametr</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Changes since saving</source>
        <translation>Zmiany od zapisania</translation>
    </message>
    <message>
        <source>The file was saved by Ketascope %1. What is shown was computed anew, with the models of today and the solver&apos;s settings of the file.</source>
        <translation>Plik zapisano w Ketascope %1. To, co widać, obliczono na nowo, z dzisiejszymi modelami i ustawieniami solvera z pliku.</translation>
    </message>
    <message>
        <source>What is different since the file was saved</source>
        <translation>Co się zmieniło od zapisania pliku</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Gdzie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>When saved</source>
        <translation>Przy zapisie</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Teraz</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Różnica</translation>
    </message>
    <message>
        <source>different</source>
        <translation>inne</translation>
    </message>
    <message>
        <source>&amp;Use the parameters of then</source>
        <translation>&amp;Użyj ówczesnych parametrów</translation>
    </message>
    <message>
        <source>Sets the parameters of the scenarios to what the models had when the file was saved; undo takes it back.</source>
        <translation>Ustawia parametry scenariuszy na wartości, które modele miały przy zapisie pliku; cofnięcie to odwraca.</translation>
    </message>
    <message>
        <source>No parameter has another value than then.</source>
        <translation>Żaden parametr nie ma innej wartości niż wtedy.</translation>
    </message>
    <message>
        <source>equations: %1</source>
        <translation>równania: %1</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>parametry: %1</translation>
    </message>
    <message>
        <source>results: %1</source>
        <translation>wyniki: %1</translation>
    </message>
    <message>
        <source>nothing but the program&apos;s version</source>
        <translation>tylko wersja programu</translation>
    </message>
</context>
<context>
    <name>ketascope::ComparePanel</name>
    <message>
        <source>Scenarios compared</source>
        <translation>Porównanie scenariuszy</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Odniesienie</translation>
    </message>
    <message>
        <source>Scenario that the others are compared with</source>
        <translation>Scenariusz, z którym porównywane są pozostałe</translation>
    </message>
    <message>
        <source>Adds the dose chosen in the schedule once more for every other route that a model describes</source>
        <translation>Dodaje dawkę wybraną w planie każdą inną drogą, którą opisuje jakiś model</translation>
    </message>
    <message>
        <source>Copy this table for a spreadsheet</source>
        <translation>Kopiuj tę tabelę do arkusza</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>&amp;Odniesienie</translation>
    </message>
    <message>
        <source>choose baseline</source>
        <translation>wybór odniesienia</translation>
    </message>
    <message>
        <source>This dose by every route</source>
        <translation>Ta dawka każdą drogą</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Kopiuj tabelę</translation>
    </message>
</context>
<context>
    <name>ketascope::CompareTableModel</name>
    <message>
        <source>Cmax</source>
        <translation>Cmax</translation>
    </message>
    <message>
        <source>tmax</source>
        <translation>tmax</translation>
    </message>
    <message>
        <source>AUC 0–t</source>
        <translation>AUC 0–t</translation>
    </message>
    <message>
        <source>AUC ratio %1</source>
        <translation>Stosunek AUC %1</translation>
    </message>
    <message>
        <source>Time in %1</source>
        <translation>Czas w: %1</translation>
    </message>
    <message>
        <source>Peak effect: %1</source>
        <translation>Największy efekt: %1</translation>
    </message>
    <message>
        <source>This does not apply to the curve of this scenario: another drug form, matrix or model.</source>
        <translation>Nie dotyczy krzywej tego scenariusza: inna postać leku, materiał lub model.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Wielkość</translation>
    </message>
    <message>
        <source>%1
baseline</source>
        <translation>%1
odniesienie</translation>
    </message>
    <message>
        <source>same</source>
        <translation>tyle samo</translation>
    </message>
</context>
<context>
    <name>ketascope::ConcentrationPlot</name>
    <message>
        <source>Concentration over time</source>
        <translation>Stężenie w czasie</translation>
    </message>
    <message>
        <source>Drag to move, drag the right end to stretch, Ctrl+drag to copy</source>
        <translation>Przeciągnij, by przesunąć; prawy koniec, by rozciągnąć; Ctrl+przeciągnij, by skopiować</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl+drag to copy</source>
        <translation>Przeciągnij, by przesunąć; Ctrl+przeciągnij, by skopiować</translation>
    </message>
    <message>
        <source>Enters after its lag, from %1</source>
        <translation>Wchodzi po opóźnieniu, od %1</translation>
    </message>
</context>
<context>
    <name>ketascope::DiagramPanel</name>
    <message>
        <source>The model with what is in it</source>
        <translation>Model i to, co w nim jest</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Let the time run</source>
        <translation>Uruchom bieg czasu</translation>
    </message>
    <message>
        <source>Time that the diagram shows</source>
        <translation>Czas, który pokazuje schemat</translation>
    </message>
    <message>
        <source>Moves the time; the cursor of the plot goes with it</source>
        <translation>Przesuwa czas; kursor wykresu podąża za nim</translation>
    </message>
    <message>
        <source>full = its own peak</source>
        <translation>pełne = własny szczyt</translation>
    </message>
    <message>
        <source>full = all that is given</source>
        <translation>pełne = wszystko, co podano</translation>
    </message>
    <message>
        <source>What a full box stands for</source>
        <translation>Co oznacza pełne pole</translation>
    </message>
    <message>
        <source>How full a box is drawn: against the most that it ever holds, or against everything that the doses bring. States without an amount: always against their own peak.</source>
        <translation>Jak bardzo wypełnione jest pole: względem największej ilości, jaką kiedykolwiek zawiera, albo względem wszystkiego, co wnoszą dawki. Stany bez ilości: zawsze względem własnego szczytu.</translation>
    </message>
    <message>
        <source>Diagram smaller</source>
        <translation>Mniejszy schemat</translation>
    </message>
    <message>
        <source>Diagram larger</source>
        <translation>Większy schemat</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Dopasuj</translation>
    </message>
    <message>
        <source>Fit the diagram into its place</source>
        <translation>Dopasuj schemat do miejsca</translation>
    </message>
    <message>
        <source>This scenario has no curve.</source>
        <translation>Ten scenariusz nie ma krzywej.</translation>
    </message>
    <message>
        <source>Left out, because nothing comes there: %1</source>
        <translation>Pominięto, bo nic tam nie trafia: %1</translation>
    </message>
    <message>
        <source>Left out, because nothing comes there: %1 and %2 more</source>
        <translation>Pominięto, bo nic tam nie trafia: %1 i jeszcze %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauza</translation>
    </message>
    <message>
        <source>Stop the time</source>
        <translation>Zatrzymaj bieg czasu</translation>
    </message>
</context>
<context>
    <name>ketascope::DisagreementPanel</name>
    <message>
        <source>What every model says of this dose</source>
        <translation>Co każdy model mówi o tej dawce</translation>
    </message>
    <message>
        <source>Racemate and enantiomers stand side by side then; without it only models of the form of this dose answer</source>
        <translation>Racemat i enancjomery stoją wtedy obok siebie; inaczej odpowiadają tylko modele postaci tej dawki</translation>
    </message>
    <message>
        <source>What was assumed, and sources</source>
        <translation>Co założono, i źródła</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Liczę…</translation>
    </message>
    <message>
        <source>Choose a scenario with a dose.</source>
        <translation>Wybierz scenariusz z dawką.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Uwagi (%1)</translation>
    </message>
    <message>
        <source>Each model takes the dose as its own drug form</source>
        <translation>Każdy model bierze dawkę jako własną postać leku</translation>
    </message>
    <message>
        <source>Models (%1 of %2)</source>
        <translation>Modele (%1 z %2)</translation>
    </message>
</context>
<context>
    <name>ketascope::DisagreementTableModel</name>
    <message>
        <source>lowest to highest</source>
        <translation>od najniższego do najwyższego</translation>
    </message>
    <message>
        <source>not eligible – %1</source>
        <translation>nie nadaje się – %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Ocena</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Postać</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Miejsce</translation>
    </message>
    <message>
        <source>Cmax</source>
        <translation>Cmax</translation>
    </message>
    <message>
        <source>tmax</source>
        <translation>tmax</translation>
    </message>
    <message>
        <source>AUC 0–t</source>
        <translation>AUC 0–t</translation>
    </message>
    <message>
        <source>Half-time</source>
        <translation>Półczas</translation>
    </message>
    <message>
        <source>Half-time
after input</source>
        <translation>Półczas
po podaniu</translation>
    </message>
    <message>
        <source>Context-sensitive half-time: from the end of the input until the concentration has halved</source>
        <translation>Półczas kontekstowy: od końca podawania do spadku stężenia o połowę</translation>
    </message>
</context>
<context>
    <name>ketascope::DisplayCard</name>
    <message>
        <source>Display</source>
        <translation>Wyświetlanie</translation>
    </message>
    <message>
        <source>Units, axes, bands and ribbons of the figure, as in the menu View</source>
        <translation>Jednostki, osie, zakresy i wstęgi wykresu, jak w menu Widok</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>wybrano: %1</translation>
    </message>
</context>
<context>
    <name>ketascope::DocumentDialog</name>
    <message>
        <source>Document properties</source>
        <translation>Właściwości dokumentu</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Stands above the figure and at the head of the report</source>
        <translation>Stoi nad wykresem i na początku raportu</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Opis</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Tytuł</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Opis</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Zapisane przez %1</translation>
    </message>
    <message>
        <source>change properties</source>
        <translation>zmiana właściwości</translation>
    </message>
</context>
<context>
    <name>ketascope::EditorPanel</name>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>&amp;Card…</source>
        <translation>&amp;Karta…</translation>
    </message>
    <message>
        <source>Where this model comes from: study, parameters, sources, limits</source>
        <translation>Skąd pochodzi ten model: badanie, parametry, źródła, granice</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Model</translation>
    </message>
    <message>
        <source>choose effects</source>
        <translation>wybór efektów</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dawka</translation>
    </message>
    <message>
        <source>Dose of the schedule</source>
        <translation>Dawka planu</translation>
    </message>
    <message>
        <source>Add a dose</source>
        <translation>Dodaj dawkę</translation>
    </message>
    <message>
        <source>Add a dose to the schedule of this scenario</source>
        <translation>Dodaj dawkę do planu tego scenariusza</translation>
    </message>
    <message>
        <source>Remove this dose</source>
        <translation>Usuń tę dawkę</translation>
    </message>
    <message>
        <source>Remove this dose from the schedule</source>
        <translation>Usuń tę dawkę z planu</translation>
    </message>
    <message>
        <source>Sche&amp;dule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Droga</translation>
    </message>
    <message>
        <source>&amp;Route</source>
        <translation>D&amp;roga</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Ilość</translation>
    </message>
    <message>
        <source>Amount of drug per dose, total or per body weight</source>
        <translation>Ilość leku w dawce, całkowita lub na masę ciała</translation>
    </message>
    <message>
        <source>D&amp;uration</source>
        <translation>C&amp;zas trwania</translation>
    </message>
    <message>
        <source>How long the dose is infused; empty for a single push</source>
        <translation>Jak długo trwa wlew; puste, gdy podana od razu</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>od razu</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Czas od początku scenariusza</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>jeden raz</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Powtórzenia</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Dalsze dawki po pierwszej</translation>
    </message>
    <message>
        <source>Re&amp;peats</source>
        <translation>Powtórzenia</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Czas między dawkami</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>dodanie dawki</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>usunięcie dawki</translation>
    </message>
    <message>
        <source>change repeats</source>
        <translation>zmiana powtórzeń</translation>
    </message>
    <message>
        <source>Subject and time</source>
        <translation>Osoba i czas</translation>
    </message>
    <message>
        <source>Sh&amp;ow until</source>
        <translation>Pokaż do</translation>
    </message>
    <message>
        <source>How long the curve is followed</source>
        <translation>Jak długo śledzi się krzywą</translation>
    </message>
    <message>
        <source>Body &amp;weight</source>
        <translation>M&amp;asa ciała</translation>
    </message>
    <message>
        <source>Doses per kg refer to it</source>
        <translation>Odnoszą się do niej dawki na kg</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>zmiana: %1</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Lekcja zostawia to bez zmian.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>zmiana modelu</translation>
    </message>
    <message>
        <source>change route</source>
        <translation>zmiana drogi</translation>
    </message>
    <message>
        <source>The library has no model “%1”. Choose another one.</source>
        <translation>Biblioteka nie ma modelu „%1”. Wybierz inny.</translation>
    </message>
    <message>
        <source>dose %1 of %2</source>
        <translation>dawka %1 z %2</translation>
    </message>
    <message>
        <source>No dose yet. Press + to add one.</source>
        <translation>Nie ma jeszcze dawki. Naciśnij +, by ją dodać.</translation>
    </message>
    <message>
        <source>The doses come from the event table %1.</source>
        <translation>Dawki pochodzą z tabeli zdarzeń %1.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Czas trwania</translation>
    </message>
    <message>
        <source>This route takes its dose at once.</source>
        <translation>Tą drogą dawkę podaje się od razu.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>tempo %1</translation>
    </message>
    <message>
        <source>choose curves</source>
        <translation>wybór krzywych</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Krzywe</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Efekty</translation>
    </message>
    <message>
        <source>Ever&amp;y</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>%1 changes nothing in %2 for the doses of this scenario.</source>
        <translation>%1 niczego nie zmienia w %2 przy dawkach tego scenariusza.</translation>
    </message>
    <message>
        <source>This is the only dose: change it, or remove the scenario.</source>
        <translation>To jedyna dawka: zmień ją albo usuń scenariusz.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>The dose is given once: choose repeats first.</source>
        <translation>Dawka jest podana jeden raz: najpierw wybierz powtórzenia.</translation>
    </message>
    <message>
        <source>The same amount in total and per body weight</source>
        <translation>Ta sama ilość łącznie i na masę ciała</translation>
    </message>
    <message>
        <source>At steady state</source>
        <translation>W stanie stacjonarnym</translation>
    </message>
    <message>
        <source>begin at steady state</source>
        <translation>początek w stanie stacjonarnym</translation>
    </message>
    <message>
        <source>begin without drug</source>
        <translation>początek bez leku</translation>
    </message>
    <message>
        <source>Drug form</source>
        <translation>Postać leku</translation>
    </message>
    <message>
        <source>Amount of</source>
        <translation>Ilość jako</translation>
    </message>
    <message>
        <source>change drug form</source>
        <translation>zmiana postaci leku</translation>
    </message>
    <message>
        <source>change salt</source>
        <translation>zmiana soli</translation>
    </message>
    <message>
        <source>The schedule has been running for ever when the scenario begins; the time between doses says how often</source>
        <translation>Gdy scenariusz się zaczyna, plan trwa już nieskończenie długo; jak często podaje się dawki, mówi czas między nimi</translation>
    </message>
    <message>
        <source>into a compartment (free dosing)</source>
        <translation>do kompartmentu (dawkowanie dowolne)</translation>
    </message>
    <message>
        <source>For trying out only: no study gives the drug so.</source>
        <translation>Tylko do prób: żadne badanie tak nie podaje leku.</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Kompartment</translation>
    </message>
    <message>
        <source>Lag and bioavailability</source>
        <translation>Opóźnienie i biodostępność</translation>
    </message>
    <message>
        <source>Give this dose its own lag time and bioavailability</source>
        <translation>Nadaj tej dawce własne opóźnienie i biodostępność</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Opóźnienie</translation>
    </message>
    <message>
        <source>Time before the dose enters; empty for the model&apos;s own</source>
        <translation>Czas, zanim dawka wejdzie; puste: jak w modelu</translation>
    </message>
    <message>
        <source>Bioavailability F</source>
        <translation>Biodostępność F</translation>
    </message>
    <message>
        <source>Part of the dose that enters the model, like 0.5 or 50 %; empty for the model&apos;s own. A first pass that the model describes comes after it.</source>
        <translation>Część dawki, która wchodzi do modelu, jak 0,5 lub 50 %; puste: jak w modelu. Efekt pierwszego przejścia, jeśli opisuje go model, następuje dopiero potem.</translation>
    </message>
    <message>
        <source>Lag and bioavailability in the model, with their source</source>
        <translation>Opóźnienie i biodostępność w modelu, wraz ze źródłem</translation>
    </message>
    <message>
        <source>model: %1</source>
        <translation>model: %1</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>jak w modelu</translation>
    </message>
    <message>
        <source>Set by hand for this dose, not taken from the model.</source>
        <translation>Ustawiono ręcznie dla tej dawki, nie wzięto z modelu.</translation>
    </message>
    <message>
        <source>There is one dose only.</source>
        <translation>Jest tylko jedna dawka.</translation>
    </message>
</context>
<context>
    <name>ketascope::EffectButton</name>
    <message>
        <source>Effects</source>
        <translation>Efekty</translation>
    </message>
    <message>
        <source>Effects to show below the concentrations, with the effect site</source>
        <translation>Efekty pokazywane pod stężeniami, wraz z miejscem działania</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>wybrano: %1</translation>
    </message>
</context>
<context>
    <name>ketascope::GreyedDialog</name>
    <message>
        <source>What is greyed, and why</source>
        <translation>Co jest wyszarzone i dlaczego</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Everything in sight can be used.</source>
        <translation>Wszystko, co widać, może być użyte.</translation>
    </message>
    <message>
        <source>Controls in sight that cannot be used now. What cannot be chosen in a menu or in a list says why itself.</source>
        <translation>Widoczne elementy, których teraz nie można użyć. To, czego nie można wybrać w menu lub na liście, samo mówi dlaczego.</translation>
    </message>
</context>
<context>
    <name>ketascope::InteractionRow</name>
    <message>
        <source>Regimen of %1</source>
        <translation>Schemat: %1</translation>
    </message>
    <message>
        <source>How it is taken: as in a study, or as you say</source>
        <translation>Jak jest przyjmowane: jak w badaniu albo jak podano tutaj</translation>
    </message>
    <message>
        <source>Regimen</source>
        <translation>Schemat</translation>
    </message>
    <message>
        <source>Dose of %1</source>
        <translation>Dawka: %1</translation>
    </message>
    <message>
        <source>Add a dose of %1</source>
        <translation>Dodaj dawkę: %1</translation>
    </message>
    <message>
        <source>Remove this dose of %1</source>
        <translation>Usuń tę dawkę: %1</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dawka</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Ilość</translation>
    </message>
    <message>
        <source>Amount of %1 per dose</source>
        <translation>Ilość w dawce: %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>First dose, counted from the start of the scenario; below zero before it</source>
        <translation>Pierwsza dawka, licząc od początku scenariusza; poniżej zera: przed nim</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>jeden raz</translation>
    </message>
    <message>
        <source>Repeats of %1</source>
        <translation>Powtórzenia: %1</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Dalsze dawki po pierwszej</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Powtórzenia</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Czas między dawkami</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>dodanie dawki</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>usunięcie dawki</translation>
    </message>
    <message>
        <source>change repeats</source>
        <translation>zmiana powtórzeń</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>zmiana: %1</translation>
    </message>
    <message>
        <source>change regimen</source>
        <translation>zmiana schematu</translation>
    </message>
    <message>
        <source>own doses</source>
        <translation>własne dawki</translation>
    </message>
    <message>
        <source>dose %1 of %2</source>
        <translation>dawka %1 z %2</translation>
    </message>
    <message>
        <source>This is not in the library; its regimen can only be changed in the document’s file.</source>
        <translation>Nie ma tego w bibliotece; schemat można zmienić tylko w pliku dokumentu.</translation>
    </message>
</context>
<context>
    <name>ketascope::InteractionsPanel</name>
    <message>
        <source>Compare &amp;with and without</source>
        <translation>Porównaj &amp;z i bez</translation>
    </message>
    <message>
        <source>add interaction</source>
        <translation>dodanie interakcji</translation>
    </message>
    <message>
        <source>remove interaction</source>
        <translation>usunięcie interakcji</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Lekcja zostawia to bez zmian.</translation>
    </message>
    <message>
        <source>The doses come from an event table, which takes no interactions.</source>
        <translation>Dawki pochodzą z tabeli zdarzeń, która nie przyjmuje interakcji.</translation>
    </message>
    <message>
        <source>Taken beside the drug; it changes enzymes of %1. Genotype and liver function are in the tab Scenario.</source>
        <translation>Przyjmowane obok leku; zmienia enzymy modelu %1. Genotyp i czynność wątroby są na karcie Scenariusz.</translation>
    </message>
    <message>
        <source>%1 describes no enzymes that something could act on. Models that do: %2.</source>
        <translation>%1 nie opisuje enzymów, na które coś mogłoby działać. Modele z enzymami: %2.</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>&amp;Użyj %1</translation>
    </message>
    <message>
        <source>The same dose by %1, as far as it can; one undo leads back</source>
        <translation>Ta sama dawka w %1, na ile to możliwe; jedno cofnięcie przywraca</translation>
    </message>
    <message>
        <source>Adds this scenario without what is taken beside, as the baseline of the table Compare</source>
        <translation>Dodaje ten scenariusz bez przyjmowanych obok preparatów, jako odniesienie tabeli Porównanie</translation>
    </message>
    <message>
        <source>Switch something on first.</source>
        <translation>Najpierw coś włącz.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>zmiana modelu</translation>
    </message>
</context>
<context>
    <name>ketascope::LessonPanel</name>
    <message>
        <source>Text of the lesson</source>
        <translation>Tekst lekcji</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>Twoje przewidywanie</translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation>twoje przewidywanie</translation>
    </message>
    <message>
        <source>Unlocks every control; the scenarios stay</source>
        <translation>Odblokowuje wszystko; scenariusze zostają</translation>
    </message>
    <message>
        <source>Step %1 of %2; %3 of %4 questions right</source>
        <translation>Krok %1 z %2; poprawne odpowiedzi: %3 z %4</translation>
    </message>
    <message>
        <source>Some controls are free in this step; the others are locked.</source>
        <translation>W tym kroku część ustawień jest wolna; reszta jest zablokowana.</translation>
    </message>
    <message>
        <source>The answer could not be computed: %1</source>
        <translation>Nie udało się obliczyć odpowiedzi: %1</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Dobrze.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Niezupełnie.</translation>
    </message>
    <message>
        <source>Type a number first; a guess will do.</source>
        <translation>Najpierw wpisz liczbę; wystarczy szacunek.</translation>
    </message>
    <message>
        <source>Choose one first; a guess will do.</source>
        <translation>Najpierw coś wybierz; możesz zgadywać.</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Opuść lekcję</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Dalej</translation>
    </message>
</context>
<context>
    <name>ketascope::LessonSession</name>
    <message>
        <source>next step of the lesson</source>
        <translation>następny krok lekcji</translation>
    </message>
</context>
<context>
    <name>ketascope::MainWindow</name>
    <message>
        <source>Scenarios</source>
        <translation>Scenariusze</translation>
    </message>
    <message>
        <source>Peak, exposure and time in each band</source>
        <translation>Szczyt, ekspozycja i czas w każdym zakresie</translation>
    </message>
    <message>
        <source>Audit trail: what entered when, and why</source>
        <translation>Dziennik: co kiedy weszło i dlaczego</translation>
    </message>
    <message>
        <source>No other route is described for this dose.</source>
        <translation>Dla tej dawki nie opisano innej drogi.</translation>
    </message>
    <message>
        <source>compare routes</source>
        <translation>porównanie dróg</translation>
    </message>
    <message>
        <source>The model file of %1 has errors and is left out: %2</source>
        <translation>Plik modelu %1 ma błędy i został pominięty: %2</translation>
    </message>
    <message>
        <source>No models were found. Set KETASCOPE_MODEL_PATH to the folder that holds them, or install the program with its models.</source>
        <translation>Nie znaleziono modeli. Wskaż ich folder w KETASCOPE_MODEL_PATH albo zainstaluj program razem z modelami.</translation>
    </message>
    <message>
        <source>The library holds no observed data for the doses shown: none was given by the same route, in the same form, amount and time.</source>
        <translation>Biblioteka nie ma pomiarów dla pokazanych dawek: żadnej nie podano tą samą drogą, w tej samej postaci, ilości i czasie.</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Główny pasek</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edycja</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Cofnij</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ponów</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ponów</translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation>&amp;Nowy scenariusz</translation>
    </message>
    <message>
        <source>&amp;Duplicate scenario</source>
        <translation>Po&amp;wiel scenariusz</translation>
    </message>
    <message>
        <source>Re&amp;move scenario</source>
        <translation>&amp;Usuń scenariusz</translation>
    </message>
    <message>
        <source>This dose by every &amp;route</source>
        <translation>Ta dawka każdą &amp;drogą</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Pomo&amp;c</translation>
    </message>
    <message>
        <source>&amp;About Ketascope</source>
        <translation>&amp;O programie Ketascope</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Widok</translation>
    </message>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation>Oś &amp;logarytmiczna</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarytmicznie</translation>
    </message>
    <message>
        <source>Concentrations on a logarithmic axis (%1)</source>
        <translation>Stężenia na osi logarytmicznej (%1)</translation>
    </message>
    <message>
        <source>logarithmic axis</source>
        <translation>oś logarytmiczna</translation>
    </message>
    <message>
        <source>linear axis</source>
        <translation>oś liniowa</translation>
    </message>
    <message>
        <source>&amp;Observed data</source>
        <translation>P&amp;omiary</translation>
    </message>
    <message>
        <source>Observed data</source>
        <translation>Pomiary</translation>
    </message>
    <message>
        <source>Published concentrations under the same dose, over the curves (%1)</source>
        <translation>Opublikowane stężenia po tej samej dawce, na krzywych (%1)</translation>
    </message>
    <message>
        <source>show observed data</source>
        <translation>pokazanie pomiarów</translation>
    </message>
    <message>
        <source>hide observed data</source>
        <translation>ukrycie pomiarów</translation>
    </message>
    <message>
        <source>&amp;Whole view</source>
        <translation>&amp;Cały widok</translation>
    </message>
    <message>
        <source>Show all of the curves again (%1; or double-click the plot)</source>
        <translation>Pokaż znów wszystkie krzywe (%1; albo kliknij dwukrotnie wykres)</translation>
    </message>
    <message>
        <source>Model disa&amp;greement</source>
        <translation>Róż&amp;nice modeli</translation>
    </message>
    <message>
        <source>This dose by every model that may answer (%1)</source>
        <translation>Ta dawka według każdego modelu, który może odpowiedzieć (%1)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>P&amp;owiększ</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Po&amp;mniejsz</translation>
    </message>
    <message>
        <source>Effect &amp;bands</source>
        <translation>&amp;Zakresy działania</translation>
    </message>
    <message>
        <source>&amp;Read the model files again</source>
        <translation>&amp;Wczytaj modele ponownie</translation>
    </message>
    <message>
        <source>Uni&amp;t </source>
        <translation>&amp;Jednostka </translation>
    </message>
    <message>
        <source>Unit of concentrations</source>
        <translation>Jednostka stężeń</translation>
    </message>
    <message>
        <source>Unit of concentrations, here and in what is exported</source>
        <translation>Jednostka stężeń, tu i w eksporcie</translation>
    </message>
    <message>
        <source>change unit</source>
        <translation>zmiana jednostki</translation>
    </message>
    <message>
        <source>Effect bands</source>
        <translation>Zakresy działania</translation>
    </message>
    <message>
        <source>&amp;Time counts from</source>
        <translation>&amp;Czas liczy się od</translation>
    </message>
    <message>
        <source>the &amp;start of the scenario</source>
        <translation>&amp;początku scenariusza</translation>
    </message>
    <message>
        <source>the &amp;first dose</source>
        <translation>pi&amp;erwszej dawki</translation>
    </message>
    <message>
        <source>the &amp;end of the last input</source>
        <translation>&amp;końca ostatniego podania</translation>
    </message>
    <message>
        <source>zero of the time axis</source>
        <translation>zero osi czasu</translation>
    </message>
    <message>
        <source>&amp;Standard bands</source>
        <translation>Zakresy &amp;zwykłe</translation>
    </message>
    <message>
        <source>standard bands</source>
        <translation>zwykłe zakresy</translation>
    </message>
    <message>
        <source>&amp;No bands</source>
        <translation>&amp;Bez zakresów</translation>
    </message>
    <message>
        <source>no bands</source>
        <translation>bez zakresów</translation>
    </message>
    <message>
        <source>&amp;Fuzzy edges</source>
        <translation>&amp;Rozmyte brzegi</translation>
    </message>
    <message>
        <source>fuzzy bands</source>
        <translation>zakresy rozmyte</translation>
    </message>
    <message>
        <source>hard bands</source>
        <translation>zakresy ostre</translation>
    </message>
    <message>
        <source>choose bands</source>
        <translation>wybór zakresów</translation>
    </message>
    <message>
        <source>About Ketascope</source>
        <translation>O programie Ketascope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Ketascope %1&lt;/h3&gt;&lt;p&gt;Pharmacokinetics of ketamine: published models, from dose to curve.&lt;/p&gt;&lt;p&gt;&lt;b&gt;%2&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. It comes without any warranty.&lt;/p&gt;&lt;p&gt;Curve colours after Okabe and Ito; plotting by QCustomPlot; window by Qt %3.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Ketascope %1&lt;/h3&gt;&lt;p&gt;Farmakokinetyka ketaminy: opublikowane modele, od dawki do krzywej.&lt;/p&gt;&lt;p&gt;&lt;b&gt;%2&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Wolne oprogramowanie na Powszechnej Licencji Publicznej GNU, wersja 3 lub późniejsza. Bez żadnej gwarancji.&lt;/p&gt;&lt;p&gt;Kolory krzywych według Okabe i Ito; wykresy: QCustomPlot; okno: Qt %3.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Plik</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nowy</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Otwórz…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Otwórz o&amp;statni</translation>
    </message>
    <message>
        <source>Open e&amp;xample</source>
        <translation>Otwórz &amp;przykład</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Zapisz</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Zapisz &amp;jako…</translation>
    </message>
    <message>
        <source>Export &amp;figure (PNG, SVG, PDF)…</source>
        <translation>Eksportuj &amp;wykres (PNG, SVG, PDF)…</translation>
    </message>
    <message>
        <source>Export &amp;curves (CSV)…</source>
        <translation>Eksportuj &amp;krzywe (CSV)…</translation>
    </message>
    <message>
        <source>Export &amp;report (PDF, HTML)…</source>
        <translation>Eksportuj &amp;raport (PDF, HTML)…</translation>
    </message>
    <message>
        <source>Document &amp;properties…</source>
        <translation>Właś&amp;ciwości dokumentu…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Zakończ</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksport</translation>
    </message>
    <message>
        <source>Ketascope</source>
        <translation>Ketascope</translation>
    </message>
    <message>
        <source>See the details for the rest.</source>
        <translation>Reszta jest w szczegółach.</translation>
    </message>
    <message>
        <source>Open scenarios</source>
        <translation>Otwórz scenariusze</translation>
    </message>
    <message>
        <source>%1 is open in another window. Open a copy of it?</source>
        <translation>%1 jest otwarty w innym oknie. Otworzyć kopię?</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>Nie można otworzyć %1.</translation>
    </message>
    <message>
        <source>a document without a name</source>
        <translation>dokument bez nazwy</translation>
    </message>
    <message>
        <source>Ketascope ended before %1 was saved.</source>
        <translation>Ketascope zakończył się przed zapisaniem: %1.</translation>
    </message>
    <message>
        <source>The unsaved changes of %1 were kept. The saved file is as you left it.</source>
        <translation>Niezapisane zmiany z %1 zachowano. Zapisany plik jest taki, jakim go zostawiono.</translation>
    </message>
    <message>
        <source>&amp;Recover them</source>
        <translation>&amp;Odzyskaj je</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>O&amp;drzuć je</translation>
    </message>
    <message>
        <source>Ask &amp;later</source>
        <translation>Zapytaj &amp;później</translation>
    </message>
    <message>
        <source>The scenarios were not saved to %1. Save them under another name.</source>
        <translation>Scenariuszy nie zapisano w %1. Zapisz je pod inną nazwą.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Zapisano %1</translation>
    </message>
    <message>
        <source>Save scenarios</source>
        <translation>Zapisz scenariusze</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Eksport wykresu</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>Obraz PNG (*.png);;Rysunek SVG (*.svg);;Dokument PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Resolution in dots per inch:</source>
        <translation>Rozdzielczość w punktach na cal:</translation>
    </message>
    <message>
        <source>The figure was not written to %1.</source>
        <translation>Wykresu nie zapisano w %1.</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>Zapisano %1</translation>
    </message>
    <message>
        <source>There is no curve to report on yet.</source>
        <translation>Nie ma jeszcze krzywej do raportu.</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Eksport raportu</translation>
    </message>
    <message>
        <source>PDF document (*.pdf);;Web page (*.html)</source>
        <translation>Dokument PDF (*.pdf);;Strona WWW (*.html)</translation>
    </message>
    <message>
        <source>The report was not written to %1.</source>
        <translation>Raportu nie zapisano w %1.</translation>
    </message>
    <message>
        <source>There is no curve to export yet.</source>
        <translation>Nie ma jeszcze krzywej do eksportu.</translation>
    </message>
    <message>
        <source>Export curves</source>
        <translation>Eksport krzywych</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Wartości rozdzielane przecinkami (*.csv)</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>bez nazwy</translation>
    </message>
    <message>
        <source>For teaching and research. Not for dosing decisions.</source>
        <translation>Do nauczania i badań. Nie do decyzji o dawkowaniu.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lekcja</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lekcje</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>Nie można odczytać %1</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Lekcja zostawia to bez zmian.</translation>
    </message>
    <message>
        <source>The dose chosen on the left by every model that may answer</source>
        <translation>Dawka wybrana po lewej według każdego modelu, który może odpowiedzieć</translation>
    </message>
    <message>
        <source>Where a model comes from: structure, parameters, sources, limits</source>
        <translation>Skąd pochodzi model: budowa, parametry, źródła, granice</translation>
    </message>
    <message>
        <source>move dose</source>
        <translation>przesunięcie dawki</translation>
    </message>
    <message>
        <source>stretch dose</source>
        <translation>rozciągnięcie dawki</translation>
    </message>
    <message>
        <source>copy dose</source>
        <translation>skopiowanie dawki</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Other drugs, juice and herbs that are taken beside, and what they do</source>
        <translation>Inne leki, sok i zioła przyjmowane obok oraz ich działanie</translation>
    </message>
    <message>
        <source>compare with and without</source>
        <translation>porównanie z i bez</translation>
    </message>
    <message>
        <source>Variability</source>
        <translation>Zmienność</translation>
    </message>
    <message>
        <source>&amp;Variability</source>
        <translation>Z&amp;mienność</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Wyłączona</translation>
    </message>
    <message>
        <source>%1 virtual patients</source>
        <translation>Wirtualni pacjenci: %1</translation>
    </message>
    <message>
        <source>variability</source>
        <translation>zmienność</translation>
    </message>
    <message>
        <source>The ribbon lies between these percentiles</source>
        <translation>Wstęga leży między tymi percentylami</translation>
    </message>
    <message>
        <source>Choose a number of patients first.</source>
        <translation>Najpierw wybierz liczbę pacjentów.</translation>
    </message>
    <message>
        <source>%1 virtual patients, %2</source>
        <translation>Wirtualni pacjenci: %1, %2</translation>
    </message>
    <message>
        <source>How people differ: a ribbon between two percentiles of virtual patients</source>
        <translation>Jak różnią się ludzie: wstęga między dwoma percentylami wirtualnych pacjentów</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>Nie zapisano %1.</translation>
    </message>
    <message>
        <source>The lesson keeps its scenarios.</source>
        <translation>Lekcja zostawia swoje scenariusze bez zmian.</translation>
    </message>
    <message>
        <source>The models are still being read.</source>
        <translation>Modele są jeszcze wczytywane.</translation>
    </message>
    <message>
        <source>There is no scenario whose dose could be compared.</source>
        <translation>Nie ma scenariusza, którego dawkę można by porównać.</translation>
    </message>
    <message>
        <source>The scenario has no dose yet.</source>
        <translation>Scenariusz nie ma jeszcze dawki.</translation>
    </message>
    <message>
        <source>The doses come from an event table.</source>
        <translation>Dawki pochodzą z tabeli zdarzeń.</translation>
    </message>
    <message>
        <source>The computation was cancelled: what is shown is not what the document says. The next change computes anew, and so does F5.</source>
        <translation>Obliczenia przerwano: to, co widać, nie odpowiada dokumentowi. Następna zmiana obliczy wszystko na nowo, klawisz F5 też.</translation>
    </message>
    <message>
        <source>Copy &amp;figure</source>
        <translation>Kopiuj w&amp;ykres</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>&amp;Kopiuj tabelę</translation>
    </message>
    <message>
        <source>Unit of ti&amp;me</source>
        <translation>Jednostka cza&amp;su</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatycznie</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minuty</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>&amp;Godziny</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Dni</translation>
    </message>
    <message>
        <source>unit of the time axis</source>
        <translation>jednostka osi czasu</translation>
    </message>
    <message>
        <source>Minutes, hours or days, by how long the scenarios last</source>
        <translation>Minuty, godziny lub dni, zależnie od długości scenariuszy</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Zapisuję %1…</translation>
    </message>
    <message>
        <source>Save table of patients</source>
        <translation>Zapisz tabelę pacjentów</translation>
    </message>
    <message>
        <source>%1 is still being written. Try again when it is done.</source>
        <translation>Trwa jeszcze zapisywanie %1. Spróbuj ponownie, gdy się zakończy.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Liczę…</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>Wykres jest w schowku.</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Tabela jest w schowku.</translation>
    </message>
    <message>
        <source>Scenarios (*.ketascope *.toml);;All files (*)</source>
        <translation>Scenariusze (*.ketascope *.toml);;Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>The files state different virtual patients; those of the first are kept.</source>
        <translation>Pliki podają różnych wirtualnych pacjentów; zachowano tych z pierwszego.</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>scenariusze</translation>
    </message>
    <message>
        <source>Scenarios (*.ketascope *.toml)</source>
        <translation>Scenariusze (*.ketascope *.toml)</translation>
    </message>
    <message>
        <source>%1 is still being written.</source>
        <translation>Trwa jeszcze zapisywanie %1.</translation>
    </message>
    <message>
        <source>&amp;Do without it</source>
        <translation>&amp;Zrezygnuj z zapisu</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Schemat</translation>
    </message>
    <message>
        <source>The model, with what is in it at the time of the cursor</source>
        <translation>Model i to, co w nim jest w chwili wskazanej kursorem</translation>
    </message>
    <message>
        <source>&amp;Virtual patients…</source>
        <translation>Wirtualni &amp;pacjenci…</translation>
    </message>
    <message>
        <source>Number, seed, occasions, residual error and the uncertainty of the estimates</source>
        <translation>Liczba, ziarno, okazje, błąd resztowy i niepewność oszacowań</translation>
    </message>
    <message>
        <source>Percentiles of virtual patients: peak, exposure, time in each band</source>
        <translation>Percentyle wirtualnych pacjentów: szczyt, ekspozycja, czas w każdym zakresie</translation>
    </message>
    <message>
        <source>Unsaved changes could not be kept for a recovery: %1</source>
        <translation>Niezapisanych zmian nie udało się zachować do odzyskania: %1</translation>
    </message>
    <message>
        <source>The virtual patients were cancelled: the curves are those of the document, their ribbons are missing. F5 computes them.</source>
        <translation>Obliczanie wirtualnych pacjentów przerwano: krzywe odpowiadają dokumentowi, ale brakuje ich wstęg. Obliczy je klawisz F5.</translation>
    </message>
    <message>
        <source>Find the dose for a &amp;target…</source>
        <translation>&amp;Znajdź dawkę dla celu…</translation>
    </message>
    <message>
        <source>C&amp;urve styles…</source>
        <translation>St&amp;yle krzywych…</translation>
    </message>
    <message>
        <source>Concentrations in</source>
        <translation>Jednostka stężeń</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Oś logarytmiczna</translation>
    </message>
    <message>
        <source>Time in</source>
        <translation>Jednostka czasu</translation>
    </message>
    <message>
        <source>Time counts from</source>
        <translation>Czas liczy się od</translation>
    </message>
    <message>
        <source>Nothing is known to be different since the document was saved.</source>
        <translation>Nie wiadomo o żadnych różnicach od zapisania dokumentu.</translation>
    </message>
    <message>
        <source>The file was saved by Ketascope %1. Different since then: %2. See File &gt; Changes since saving.</source>
        <translation>Plik zapisano w Ketascope %1. Od tego czasu zmieniło się: %2. Zobacz Plik &gt; Zmiany od zapisania.</translation>
    </message>
    <message>
        <source>parameters as they were saved</source>
        <translation>parametry z chwili zapisu</translation>
    </message>
    <message>
        <source>There are no virtual patients any more.</source>
        <translation>Nie ma już wirtualnych pacjentów.</translation>
    </message>
    <message>
        <source>Changes since sa&amp;ving…</source>
        <translation>Zmi&amp;any od zapisania…</translation>
    </message>
    <message>
        <source>Another program has changed %1 since it was opened here.</source>
        <translation>Inny program zmienił %1 od czasu otwarcia tutaj.</translation>
    </message>
    <message>
        <source>Saving replaces what is in it now. Reading it anew drops the unsaved changes of this window.</source>
        <translation>Zapis zastąpi to, co teraz w nim jest. Ponowne wczytanie odrzuci niezapisane zmiany w tym oknie.</translation>
    </message>
    <message>
        <source>Save &amp;anyway</source>
        <translation>Zapisz &amp;mimo to</translation>
    </message>
    <message>
        <source>Save a&amp;s…</source>
        <translation>Zapisz &amp;jako…</translation>
    </message>
    <message>
        <source>&amp;Read it anew</source>
        <translation>&amp;Wczytaj ponownie</translation>
    </message>
    <message>
        <source>The lesson keeps the dose as it is.</source>
        <translation>Lekcja zostawia dawkę bez zmian.</translation>
    </message>
    <message>
        <source>There is no dose that could be changed.</source>
        <translation>Nie ma dawki, którą można by zmienić.</translation>
    </message>
    <message>
        <source>The model of the scenario is not in the library.</source>
        <translation>Modelu tego scenariusza nie ma w bibliotece.</translation>
    </message>
    <message>
        <source>The amount, rate or interval with which a curve reaches what you ask for</source>
        <translation>Ilość, szybkość lub odstęp, przy których krzywa osiąga zadany cel</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scenariusz</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametry</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>Interakcje</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Podsumowanie</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Porównanie</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>There is no table in sight that could be copied.</source>
        <translation>Nie widać tabeli, którą można by skopiować.</translation>
    </message>
    <message>
        <source>A file still waits for the virtual patients.</source>
        <translation>Plik czeka jeszcze na wirtualnych pacjentów.</translation>
    </message>
    <message>
        <source>Maths</source>
        <translation>Matematyka</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Krzywe</translation>
    </message>
    <message>
        <source>Model disagreement</source>
        <translation>Różnice modeli</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Karta modelu</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pacjenci</translation>
    </message>
    <message>
        <source>The scenarios have unsaved changes. Save them?</source>
        <translation>Scenariusze mają niezapisane zmiany. Zapisać je?</translation>
    </message>
    <message>
        <source>What was changed until %1 was kept. No file has it yet.</source>
        <translation>Zmiany wprowadzone do %1 zachowano. Nie ma ich jeszcze w żadnym pliku.</translation>
    </message>
    <message>
        <source>&amp;What is greyed, and why</source>
        <translation>&amp;Co jest wyszarzone i dlaczego</translation>
    </message>
    <message>
        <source>Every control in sight that cannot be used now, with the reason</source>
        <translation>Każdy widoczny element, którego teraz nie można użyć, wraz z powodem</translation>
    </message>
    <message>
        <source>All of the curves is in sight.</source>
        <translation>Krzywe są widoczne w całości.</translation>
    </message>
    <message>
        <source>The question of the lesson is not answered yet.</source>
        <translation>Na pytanie lekcji nie ma jeszcze odpowiedzi.</translation>
    </message>
    <message>
        <source>Scenarios and f&amp;orms</source>
        <translation>Scenariusze i f&amp;ormularze</translation>
    </message>
    <message>
        <source>What is on the left of the curves</source>
        <translation>To, co jest na lewo od krzywych</translation>
    </message>
    <message>
        <source>Ta&amp;bles</source>
        <translation>Ta&amp;bele</translation>
    </message>
    <message>
        <source>What is below the curves</source>
        <translation>To, co jest pod krzywymi</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pełny ekran</translation>
    </message>
    <message>
        <source>The curves on the whole screen; F8 and F9 bring tables and forms</source>
        <translation>Krzywe na całym ekranie; F8 i F9 przywołują tabele i formularze</translation>
    </message>
</context>
<context>
    <name>ketascope::MathsPanel</name>
    <message>
        <source>Curve</source>
        <translation>Krzywa</translation>
    </message>
    <message>
        <source>Stretch of the curve</source>
        <translation>Odcinek krzywej</translation>
    </message>
    <message>
        <source>Between two events a curve is one formula; choose which</source>
        <translation>Między dwoma zdarzeniami krzywa jest jednym wzorem; wybierz którym</translation>
    </message>
    <message>
        <source>The maths of this curve</source>
        <translation>Matematyka tej krzywej</translation>
    </message>
    <message>
        <source>Half-time after infusions of different length</source>
        <translation>Półczas po wlewach różnej długości</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 do %2</translation>
    </message>
    <message>
        <source>This scenario has no curve.</source>
        <translation>Ten scenariusz nie ma krzywej.</translation>
    </message>
    <message>
        <source>Exactly this curve, from %1 to %2</source>
        <translation>Dokładnie ta krzywa, od %1 do %2</translation>
    </message>
    <message>
        <source>C in %1, t in hours from the start of this stretch.</source>
        <translation>C w %1, t w godzinach od początku tego odcinka.</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Współczynnik</translation>
    </message>
    <message>
        <source>Rate constant, 1/h</source>
        <translation>Stała szybkości, 1/h</translation>
    </message>
    <message>
        <source>Half-life</source>
        <translation>Okres półtrwania</translation>
    </message>
    <message>
        <source>This stretch is no plain sum of exponentials: %1.</source>
        <translation>Ten odcinek nie jest zwykłą sumą funkcji wykładniczych: %1.</translation>
    </message>
    <message>
        <source>Exactly this curve</source>
        <translation>Dokładnie ta krzywa</translation>
    </message>
    <message>
        <source>Half-lives</source>
        <translation>Okresy półtrwania</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Kumulacja</translation>
    </message>
    <message>
        <source>Every %1 for ever, each interval has %2 times the exposure of the first.</source>
        <translation>Co %1 bez końca każdy odstęp ma %2 razy większą ekspozycję niż pierwszy.</translation>
    </message>
    <message>
        <source>None to speak of: %1.</source>
        <translation>Brak: %1.</translation>
    </message>
    <message>
        <source>Context-sensitive half-time</source>
        <translation>Półczas kontekstowy</translation>
    </message>
    <message>
        <source>Not shown: %1.</source>
        <translation>Nie pokazano: %1.</translation>
    </message>
    <message>
        <source>length of a constant infusion [h]</source>
        <translation>długość stałego wlewu [h]</translation>
    </message>
    <message>
        <source>time to half [min]</source>
        <translation>czas do połowy [min]</translation>
    </message>
    <message>
        <source>Infusions of the route %1. In a linear model their rate makes no difference.</source>
        <translation>Wlewy, droga: %1. W modelu liniowym ich szybkość nie ma znaczenia.</translation>
    </message>
    <message>
        <source>Infusions of the route %1 at this scenario’s own rate (%2): this model is not linear, so that another rate gives another curve.</source>
        <translation>Wlewy, droga: %1, z szybkością z tego scenariusza (%2): ten model nie jest liniowy, więc inna szybkość daje inną krzywą.</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Odcinek</translation>
    </message>
    <message>
        <source>The scenario has one curve only.</source>
        <translation>Scenariusz ma tylko jedną krzywą.</translation>
    </message>
</context>
<context>
    <name>ketascope::MeasureEdit</name>
    <message>
        <source>Unit of %1</source>
        <translation>Jednostka: %1</translation>
    </message>
    <message>
        <source>Choosing another unit converts the number.</source>
        <translation>Wybór innej jednostki przelicza liczbę.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Wpisz liczbę.</translation>
    </message>
    <message>
        <source>The number must be above zero.</source>
        <translation>Liczba musi być większa od zera.</translation>
    </message>
    <message>
        <source>This is no number. Write it like 0.5; the unit stands beside.</source>
        <translation>To nie jest liczba. Napisz ją jak 0,5; jednostka stoi obok.</translation>
    </message>
    <message>
        <source>year</source>
        <translation>lata</translation>
    </message>
    <message>
        <source>month</source>
        <translation>miesiące</translation>
    </message>
    <message>
        <source>week</source>
        <translation>tygodnie</translation>
    </message>
</context>
<context>
    <name>ketascope::MessageBar</name>
    <message>
        <source>Error:</source>
        <translation>Błąd:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Ostrzeżenie:</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Komunikaty</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>i jeszcze %1</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Uwaga:</translation>
    </message>
</context>
<context>
    <name>ketascope::MetricsTableModel</name>
    <message>
        <source>The band belongs to another drug form or matrix than this curve.</source>
        <translation>Zakres dotyczy innej postaci leku lub materiału niż ta krzywa.</translation>
    </message>
    <message>
        <source>The curve does not end in a straight line on the logarithmic axis; let it run for longer.</source>
        <translation>Krzywa nie kończy się prostą na osi logarytmicznej; wydłuż czas.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scenariusz</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Krzywa</translation>
    </message>
    <message>
        <source>Cmax</source>
        <translation>Cmax</translation>
    </message>
    <message>
        <source>tmax</source>
        <translation>tmax</translation>
    </message>
    <message>
        <source>AUC 0–t</source>
        <translation>AUC 0–t</translation>
    </message>
    <message>
        <source>AUC 0–∞</source>
        <translation>AUC 0–∞</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Nazwa scenariusza</translation>
    </message>
    <message>
        <source>What was computed</source>
        <translation>Co obliczono</translation>
    </message>
    <message>
        <source>Highest concentration in the time shown</source>
        <translation>Najwyższe stężenie w pokazanym czasie</translation>
    </message>
    <message>
        <source>Time of the highest concentration</source>
        <translation>Czas najwyższego stężenia</translation>
    </message>
    <message>
        <source>Area under the curve over the time shown</source>
        <translation>Pole pod krzywą w pokazanym czasie</translation>
    </message>
    <message>
        <source>Area under the curve with the tail extrapolated, where the tail allows it</source>
        <translation>Pole pod krzywą z przedłużonym końcem, gdzie na to pozwala</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>W: %1</translation>
    </message>
    <message>
        <source>Time in the band: %1</source>
        <translation>Czas w zakresie: %1</translation>
    </message>
    <message>
        <source>Half-life (fitted)</source>
        <translation>Okres półtrwania (dopasowany)</translation>
    </message>
    <message>
        <source>Half-life of a line fitted to the last third of the falling part that is shown; the tab Maths has those of the model</source>
        <translation>Okres półtrwania prostej dopasowanej do ostatniej tercji widocznego spadku; okresy modelu podaje karta z matematyką</translation>
    </message>
</context>
<context>
    <name>ketascope::ModelCardPanel</name>
    <message>
        <source>Model whose card is shown</source>
        <translation>Model, którego karta jest pokazana</translation>
    </message>
    <message>
        <source>Diagram smaller</source>
        <translation>Mniejszy schemat</translation>
    </message>
    <message>
        <source>Diagram larger</source>
        <translation>Większy schemat</translation>
    </message>
    <message>
        <source>Fit the diagram into its place</source>
        <translation>Dopasuj schemat do miejsca</translation>
    </message>
    <message>
        <source>Structure of the model, drawn</source>
        <translation>Budowa modelu na rysunku</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Karta modelu</translation>
    </message>
    <message>
        <source>Card of</source>
        <translation>Karta modelu</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Dopasuj</translation>
    </message>
</context>
<context>
    <name>ketascope::ModelCatalog</name>
    <message>
        <source>Grade: %1</source>
        <translation>Ocena: %1</translation>
    </message>
    <message>
        <source>%1 does not describe this route. Models that do: %2.</source>
        <translation>%1 nie opisuje tej drogi. Opisują ją modele: %2.</translation>
    </message>
</context>
<context>
    <name>ketascope::OutputButton</name>
    <message>
        <source>Curves shown</source>
        <translation>Pokazane krzywe</translation>
    </message>
    <message>
        <source>Which of the model&apos;s curves this scenario shows</source>
        <translation>Które krzywe modelu pokazuje ten scenariusz</translation>
    </message>
    <message>
        <source>&amp;All concentrations</source>
        <translation>&amp;Wszystkie stężenia</translation>
    </message>
    <message>
        <source>all concentrations</source>
        <translation>wszystkie stężenia</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>wybrano: %1</translation>
    </message>
    <message>
        <source>The model has one curve only.</source>
        <translation>Model ma tylko jedną krzywą.</translation>
    </message>
</context>
<context>
    <name>ketascope::ParameterPanel</name>
    <message>
        <source>Find a parameter</source>
        <translation>Znajdź parametr</translation>
    </message>
    <message>
        <source>All &amp;published</source>
        <translation>Wszystkie opu&amp;blikowane</translation>
    </message>
    <message>
        <source>Set every parameter of this scenario back to its published value</source>
        <translation>Przywróć każdemu parametrowi tego scenariusza wartość opublikowaną</translation>
    </message>
    <message>
        <source>published: %1</source>
        <translation>opublikowano: %1</translation>
    </message>
    <message>
        <source>Slider of %1</source>
        <translation>Suwak: %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Reset %1 to its published value</source>
        <translation>Przywróć opublikowaną wartość: %1</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Żaden model nie jest otwarty.</translation>
    </message>
    <message>
        <source>Parameters of %1. What differs from the publication is in bold.</source>
        <translation>Parametry modelu %1. Pogrubione różni się od publikacji.</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>zmiana: %1</translation>
    </message>
    <message>
        <source>published parameters</source>
        <translation>opublikowane parametry</translation>
    </message>
    <message>
        <source>Every parameter of this scenario has its published value.</source>
        <translation>Każdy parametr tego scenariusza ma opublikowaną wartość.</translation>
    </message>
    <message>
        <source>The parameter has its published value.</source>
        <translation>Parametr ma opublikowaną wartość.</translation>
    </message>
</context>
<context>
    <name>ketascope::PatientsDialog</name>
    <message>
        <source>&amp;Between people</source>
        <translation>Między &amp;osobami</translation>
    </message>
    <message>
        <source>Between &amp;occasions</source>
        <translation>Między o&amp;kazjami</translation>
    </message>
    <message>
        <source>&amp;Residual error</source>
        <translation>&amp;Błąd resztowy</translation>
    </message>
    <message>
        <source>&amp;Uncertainty of the estimates</source>
        <translation>&amp;Niepewność oszacowań</translation>
    </message>
    <message>
        <source>Virtual patients</source>
        <translation>Wirtualni pacjenci</translation>
    </message>
    <message>
        <source>Number of patients</source>
        <translation>Liczba pacjentów</translation>
    </message>
    <message>
        <source>Patients per scenario; more of them make smoother percentiles</source>
        <translation>Pacjenci na scenariusz; im ich więcej, tym gładsze percentyle</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Ziarno</translation>
    </message>
    <message>
        <source>A whole number. The same seed gives the same patients</source>
        <translation>Liczba całkowita. To samo ziarno daje tych samych pacjentów</translation>
    </message>
    <message>
        <source>Every patient draws what the model says of how people differ</source>
        <translation>Każdy pacjent losuje to, co model mówi o różnicach między ludźmi</translation>
    </message>
    <message>
        <source>What varies within a person is drawn anew when an occasion begins</source>
        <translation>To, co zmienia się u jednej osoby, losuje się na nowo z początkiem każdej okazji</translation>
    </message>
    <message>
        <source>Further occasions begin at</source>
        <translation>Początki dalszych okazji</translation>
    </message>
    <message>
        <source>Adds to each value what an assay and a misfit of the model would add</source>
        <translation>Dodaje do każdej wartości to, co wniosłyby błąd oznaczenia i niedopasowanie modelu</translation>
    </message>
    <message>
        <source>Every patient draws the estimates, too, from their standard errors</source>
        <translation>Każdy pacjent losuje także oszacowania, według ich błędów standardowych</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Liczba</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Ziarno</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Różnice</translation>
    </message>
    <message>
        <source>Occasions begin &amp;at</source>
        <translation>Początki okaz&amp;ji</translation>
    </message>
    <message>
        <source>Also drawn</source>
        <translation>Losowane też</translation>
    </message>
    <message>
        <source>covariates</source>
        <translation>współzmienne</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>cele</translation>
    </message>
    <message>
        <source>Covariates and targets of patients are written into the file.</source>
        <translation>Współzmienne i cele pacjentów wpisuje się w pliku.</translation>
    </message>
    <message>
        <source>The file also states %1; they stay as they are.</source>
        <translation>Plik podaje też: %1; pozostają bez zmian.</translation>
    </message>
    <message>
        <source>No model shown states variability between people.</source>
        <translation>Żaden z pokazanych modeli nie podaje zmienności między osobami.</translation>
    </message>
    <message>
        <source>No model shown states variability between occasions.</source>
        <translation>Żaden z pokazanych modeli nie podaje zmienności między okazjami.</translation>
    </message>
    <message>
        <source>No model shown states a residual error.</source>
        <translation>Żaden z pokazanych modeli nie podaje błędu resztowego.</translation>
    </message>
    <message>
        <source>No model shown states standard errors of its estimates.</source>
        <translation>Żaden z pokazanych modeli nie podaje błędów standardowych oszacowań.</translation>
    </message>
    <message>
        <source>The seed is a whole number that is not negative.</source>
        <translation>Ziarno to nieujemna liczba całkowita.</translation>
    </message>
    <message>
        <source>virtual patients</source>
        <translation>wirtualni pacjenci</translation>
    </message>
    <message>
        <source>for example 24 h; 48 h</source>
        <translation>na przykład 24 h; 48 h</translation>
    </message>
    <message>
        <source>Times after the start, with their units, divided by semicolons; without any the whole course is one occasion</source>
        <translation>Czasy od początku, z jednostkami, oddzielone średnikami; bez nich cały przebieg to jedna okazja</translation>
    </message>
    <message>
        <source>Occasions begin at times after the start, like 24 h; 48 h.</source>
        <translation>Okazje zaczynają się w czasach od początku, jak 24 h; 48 h.</translation>
    </message>
</context>
<context>
    <name>ketascope::PatientsPanel</name>
    <message>
        <source>How virtual patients differ</source>
        <translation>Jak różnią się wirtualni pacjenci</translation>
    </message>
    <message>
        <source>Who the patients are</source>
        <translation>Kim są pacjenci</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Kopiuj tabelę</translation>
    </message>
    <message>
        <source>Copy this table for a spreadsheet</source>
        <translation>Kopiuj tę tabelę do arkusza</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Zapisz tabelę…</translation>
    </message>
    <message>
        <source>Write this table as comma-separated values</source>
        <translation>Zapisz tę tabelę jako wartości rozdzielane przecinkami</translation>
    </message>
    <message>
        <source>Computing… %1 %</source>
        <translation>Liczę… %1 %</translation>
    </message>
    <message>
        <source>There is no table yet.</source>
        <translation>Nie ma jeszcze tabeli.</translation>
    </message>
</context>
<context>
    <name>ketascope::PatientsTableModel</name>
    <message>
        <source>Cmax, %1</source>
        <translation>Cmax, %1</translation>
    </message>
    <message>
        <source>tmax</source>
        <translation>tmax</translation>
    </message>
    <message>
        <source>AUC 0–t, %1</source>
        <translation>AUC 0–t, %1</translation>
    </message>
    <message>
        <source>Time in %1</source>
        <translation>Czas w: %1</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Cel: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 patients</source>
        <translation>pacjentów: %1</translation>
    </message>
    <message>
        <source>Patients who are in the band at all; of %1</source>
        <translation>Pacjenci, którzy choć przez chwilę są w zakresie; wszystkich %1</translation>
    </message>
    <message>
        <source>Patients who reach the target; of %1</source>
        <translation>Pacjenci, którzy osiągają cel; wszystkich %1</translation>
    </message>
    <message>
        <source>%1 % of the patients have no more than this</source>
        <translation>%1 % pacjentów ma najwyżej tyle</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scenariusz</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Krzywa</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Wielkość</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Osiągnęło</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Średnia</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Nazwa scenariusza</translation>
    </message>
    <message>
        <source>What was computed</source>
        <translation>Co obliczono</translation>
    </message>
    <message>
        <source>What is measured of every patient</source>
        <translation>Co mierzy się u każdego pacjenta</translation>
    </message>
    <message>
        <source>Part of the patients who are in the band at all, or reach the target</source>
        <translation>Odsetek pacjentów, którzy choć przez chwilę są w zakresie lub osiągają cel</translation>
    </message>
    <message>
        <source>Mean over all patients</source>
        <translation>Średnia ze wszystkich pacjentów</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioDocument</name>
    <message>
        <source>recover unsaved changes</source>
        <translation>odzyskanie niezapisanych zmian</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioListModel</name>
    <message>
        <source>show scenario</source>
        <translation>pokazanie scenariusza</translation>
    </message>
    <message>
        <source>hide scenario</source>
        <translation>ukrycie scenariusza</translation>
    </message>
    <message>
        <source>rename scenario</source>
        <translation>zmiana nazwy scenariusza</translation>
    </message>
    <message>
        <source>add scenario</source>
        <translation>dodanie scenariusza</translation>
    </message>
    <message>
        <source>duplicate scenario</source>
        <translation>powielenie scenariusza</translation>
    </message>
    <message>
        <source>remove scenario</source>
        <translation>usunięcie scenariusza</translation>
    </message>
    <message>
        <source>What is shown stays until the lesson&apos;s question is answered.</source>
        <translation>To, co widać, pozostaje bez zmian do odpowiedzi na pytanie lekcji.</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioPanel</name>
    <message>
        <source>Scenarios</source>
        <translation>Scenariusze</translation>
    </message>
    <message>
        <source>Tick to show a scenario; F2 renames it.</source>
        <translation>Zaznacz, by pokazać scenariusz; F2 zmienia nazwę.</translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation>&amp;Nowy scenariusz</translation>
    </message>
    <message>
        <source>Add a scenario to this document</source>
        <translation>Dodaj scenariusz do tego dokumentu</translation>
    </message>
    <message>
        <source>Copy the scenario chosen in the list</source>
        <translation>Kopiuj scenariusz wybrany na liście</translation>
    </message>
    <message>
        <source>Remove the scenario chosen in the list (undo brings it back)</source>
        <translation>Usuń scenariusz wybrany na liście (cofnięcie go przywraca)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Powiel</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>The lesson keeps its scenarios.</source>
        <translation>Lekcja zostawia swoje scenariusze bez zmian.</translation>
    </message>
    <message>
        <source>Choose a scenario in the list first.</source>
        <translation>Najpierw wybierz scenariusz na liście.</translation>
    </message>
</context>
<context>
    <name>ketascope::ScheduleModel</name>
    <message>
        <source>at once</source>
        <translation>od razu</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>jeden raz</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Lekcja zostawia to bez zmian.</translation>
    </message>
    <message>
        <source>This route takes its dose at once.</source>
        <translation>Tą drogą dawkę podaje się od razu.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Droga</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Ilość</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Jednostka</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Przez</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Powtórzenia</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>How the dose is given; only what the model describes can be chosen</source>
        <translation>Jak podaje się dawkę; wybrać można tylko to, co opisuje model</translation>
    </message>
    <message>
        <source>Amount of drug per dose</source>
        <translation>Ilość leku w dawce</translation>
    </message>
    <message>
        <source>Total or per body weight; another unit converts the amount</source>
        <translation>Całkowita lub na masę ciała; inna jednostka przelicza ilość</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Czas od początku scenariusza</translation>
    </message>
    <message>
        <source>A duration (40 min) or a rate (20 mg/h); empty for a single push</source>
        <translation>Czas (40 min) lub szybkość (20 mg/h); puste, gdy podana od razu</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Dalsze dawki po pierwszej</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Czas między dawkami</translation>
    </message>
    <message>
        <source>%1 does not describe this route.</source>
        <translation>%1 nie opisuje tej drogi.</translation>
    </message>
    <message>
        <source>An amount is a number that is not negative, like 0.5 or 0.5 mg/kg.</source>
        <translation>Ilość to liczba nieujemna, jak 0,5 lub 0,5 mg/kg.</translation>
    </message>
    <message>
        <source>%1 is no unit of an amount.</source>
        <translation>%1 nie jest jednostką ilości.</translation>
    </message>
    <message>
        <source>A start is a time that is not negative, like 2 h.</source>
        <translation>Początek to czas nieujemny, jak 2 h.</translation>
    </message>
    <message>
        <source>Write a duration like 40 min, a rate like 20 mg/h, or nothing.</source>
        <translation>Wpisz czas, jak 40 min, szybkość, jak 20 mg/h, albo nic.</translation>
    </message>
    <message>
        <source>Repeats are a whole number from 0 to %1.</source>
        <translation>Powtórzenia to liczba całkowita od 0 do %1.</translation>
    </message>
    <message>
        <source>Write the time between doses like 8 h.</source>
        <translation>Wpisz czas między dawkami, jak 8 h.</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>zmiana: %1</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>dodanie dawki</translation>
    </message>
    <message>
        <source>copy dose</source>
        <translation>skopiowanie dawki</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>usunięcie dawki</translation>
    </message>
    <message>
        <source>The lesson keeps the schedule as it is.</source>
        <translation>Lekcja zostawia plan bez zmian.</translation>
    </message>
    <message>
        <source>The doses come from an event table; change them there.</source>
        <translation>Dawki pochodzą z tabeli zdarzeń; zmień je tam.</translation>
    </message>
    <message>
        <source>There is no scenario with a known model to give a dose to.</source>
        <translation>Nie ma scenariusza ze znanym modelem, któremu można by dodać dawkę.</translation>
    </message>
    <message>
        <source>once, at steady state</source>
        <translation>jeden raz, w stanie stacjonarnym</translation>
    </message>
    <message>
        <source>%1, at steady state</source>
        <translation>%1, w stanie stacjonarnym</translation>
    </message>
    <message>
        <source>%1 (set by hand)</source>
        <translation>%1 (ustawiono ręcznie)</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>jak w modelu</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Opóźnienie</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Time before the dose enters; empty for the model&apos;s own</source>
        <translation>Czas, zanim dawka wejdzie; puste: jak w modelu</translation>
    </message>
    <message>
        <source>Part of the dose that enters, like 0.5 or 50 %; empty for the model&apos;s own</source>
        <translation>Część dawki, która wchodzi, jak 0,5 lub 50 %; puste: jak w modelu</translation>
    </message>
    <message>
        <source>A lag is a time that is not negative, like 10 min, or nothing.</source>
        <translation>Opóźnienie to czas nieujemny, jak 10 min, albo nic.</translation>
    </message>
    <message>
        <source>F is a part from 0 to 1, like 0.5 or 50 %, or nothing.</source>
        <translation>F to część od 0 do 1, jak 0,5 lub 50 %, albo nic.</translation>
    </message>
    <message>
        <source>then infuse</source>
        <translation>potem wlew</translation>
    </message>
</context>
<context>
    <name>ketascope::SchedulePanel</name>
    <message>
        <source>Schedule of doses</source>
        <translation>Plan dawek</translation>
    </message>
    <message>
        <source>Add a dose to the schedule</source>
        <translation>Dodaj dawkę do planu</translation>
    </message>
    <message>
        <source>Copy the dose chosen in the table</source>
        <translation>Kopiuj dawkę wybraną w tabeli</translation>
    </message>
    <message>
        <source>Remove the dose chosen in the table</source>
        <translation>Usuń dawkę wybraną w tabeli</translation>
    </message>
    <message>
        <source>Delete dose</source>
        <translation>Usuń dawkę</translation>
    </message>
    <message>
        <source>Choose a dose in the table first.</source>
        <translation>Najpierw wybierz dawkę w tabeli.</translation>
    </message>
    <message>
        <source>into %1 (free dosing)</source>
        <translation>do %1 (dawkowanie dowolne)</translation>
    </message>
    <message>
        <source>Lag and F</source>
        <translation>Opóźnienie i F</translation>
    </message>
    <message>
        <source>Show lag time and bioavailability of each dose</source>
        <translation>Pokaż opóźnienie i biodostępność każdej dawki</translation>
    </message>
    <message>
        <source>A dose has its own lag or F, which stays in sight.</source>
        <translation>Któraś dawka ma własne opóźnienie lub F, więc pozostaje to widoczne.</translation>
    </message>
    <message>
        <source>Add dose</source>
        <translation>Dodaj dawkę</translation>
    </message>
    <message>
        <source>Copy dose</source>
        <translation>Kopiuj dawkę</translation>
    </message>
    <message>
        <source>This is the only dose: change it, or remove the scenario.</source>
        <translation>To jedyna dawka: zmień ją albo usuń scenariusz.</translation>
    </message>
    <message>
        <source>Then infuse</source>
        <translation>+ Wlew</translation>
    </message>
    <message>
        <source>A loading dose and its infusion: adds an infusion of the same amount over an hour that begins where the dose chosen ends</source>
        <translation>Dawka nasycająca i wlew: dodaje wlew tej samej ilości trwający godzinę, który zaczyna się tam, gdzie kończy się wybrana dawka</translation>
    </message>
</context>
<context>
    <name>ketascope::StyleDialog</name>
    <message>
        <source>blue</source>
        <translation>niebieski</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>cynobrowy</translation>
    </message>
    <message>
        <source>bluish green</source>
        <translation>niebieskozielony</translation>
    </message>
    <message>
        <source>reddish purple</source>
        <translation>czerwonopurpurowy</translation>
    </message>
    <message>
        <source>black</source>
        <translation>czarny</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>pomarańczowy</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>błękitny</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>ciągła</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>kreskowana</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>kropkowana</translation>
    </message>
    <message>
        <source>dash-dot</source>
        <translation>kreska-kropka</translation>
    </message>
    <message>
        <source>dash-dot-dot</source>
        <translation>kreska-kropka-kropka</translation>
    </message>
    <message>
        <source>long dashes</source>
        <translation>długie kreski</translation>
    </message>
    <message>
        <source>Curve styles</source>
        <translation>Style krzywych</translation>
    </message>
    <message>
        <source>Style of each curve</source>
        <translation>Styl każdej krzywej</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scenariusz</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Krzywa</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kolor</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linia</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Grubość</translation>
    </message>
    <message>
        <source>Text in the legend</source>
        <translation>Tekst w legendzie</translation>
    </message>
    <message>
        <source>As usual, a scenario has a colour of a palette that colour-blind readers tell apart, and a metabolite a line pattern of its own. Styles are part of the document and of everything that is exported.</source>
        <translation>Domyślnie scenariusz ma kolor z palety, którą rozróżniają także osoby z zaburzeniami widzenia barw, a metabolit własny wzór linii. Style są częścią dokumentu i wszystkiego, co się eksportuje.</translation>
    </message>
    <message>
        <source>All as &amp;usual</source>
        <translation>Wszystko &amp;domyślnie</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>domyślnie</translation>
    </message>
    <message>
        <source>another one…</source>
        <translation>inny…</translation>
    </message>
    <message>
        <source>All curves of a scenario share its colour</source>
        <translation>Wszystkie krzywe scenariusza mają jego kolor</translation>
    </message>
    <message>
        <source>Colour of the scenario</source>
        <translation>Kolor scenariusza</translation>
    </message>
    <message>
        <source>curve styles</source>
        <translation>style krzywych</translation>
    </message>
    <message>
        <source>In a dark window dark colours are drawn lighter; the document keeps what you chose.</source>
        <translation>W ciemnym oknie ciemne kolory są rysowane jaśniej; dokument zachowuje te, które wybrano.</translation>
    </message>
</context>
<context>
    <name>ketascope::TargetDialog</name>
    <message>
        <source>Find the dose for a target</source>
        <translation>Znajdź dawkę dla celu</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Co</translation>
    </message>
    <message>
        <source>What is to reach the target</source>
        <translation>Co ma osiągnąć cel</translation>
    </message>
    <message>
        <source>highest value (Cmax)</source>
        <translation>najwyższa wartość (Cmax)</translation>
    </message>
    <message>
        <source>lowest value (trough)</source>
        <translation>najniższa wartość (Cmin)</translation>
    </message>
    <message>
        <source>average</source>
        <translation>średnia</translation>
    </message>
    <message>
        <source>time within a range</source>
        <translation>czas w zakresie</translation>
    </message>
    <message>
        <source>value at a time</source>
        <translation>wartość w danym czasie</translation>
    </message>
    <message>
        <source>of &amp;curve</source>
        <translation>&amp;krzywej</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Krzywa</translation>
    </message>
    <message>
        <source>range from</source>
        <translation>zakres od</translation>
    </message>
    <message>
        <source>Lower limit; empty for none</source>
        <translation>Dolna granica; puste: bez granicy</translation>
    </message>
    <message>
        <source>range to</source>
        <translation>zakres do</translation>
    </message>
    <message>
        <source>Upper limit; empty for none</source>
        <translation>Górna granica; puste: bez granicy</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>bez granicy</translation>
    </message>
    <message>
        <source>is to &amp;be</source>
        <translation>ma &amp;wynosić</translation>
    </message>
    <message>
        <source>The target</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>w&amp;hen</source>
        <translation>ki&amp;edy</translation>
    </message>
    <message>
        <source>When it is looked for</source>
        <translation>Kiedy się tego szuka</translation>
    </message>
    <message>
        <source>between two times</source>
        <translation>między dwoma czasami</translation>
    </message>
    <message>
        <source>in the last interval of the dose</source>
        <translation>w ostatnim odstępie między dawkami</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>&amp;od</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Czas od początku scenariusza</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;do</translation>
    </message>
    <message>
        <source>by &amp;dose</source>
        <translation>za pomocą d&amp;awki</translation>
    </message>
    <message>
        <source>Dose that changes</source>
        <translation>Dawka, która się zmienia</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>changing &amp;its</source>
        <translation>zmieniając &amp;jej</translation>
    </message>
    <message>
        <source>What of the dose changes</source>
        <translation>Co zmienia się w dawce</translation>
    </message>
    <message>
        <source>between</source>
        <translation>między</translation>
    </message>
    <message>
        <source>Smallest value that is tried</source>
        <translation>Najmniejsza sprawdzana wartość</translation>
    </message>
    <message>
        <source>and</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Largest value that is tried</source>
        <translation>Największa sprawdzana wartość</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Looking for the dose</source>
        <translation>Szukanie dawki</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>&amp;Znajdź</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Użyj</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>ilość</translation>
    </message>
    <message>
        <source>rate, for as long as before</source>
        <translation>szybkość, przez tyle czasu co dotąd</translation>
    </message>
    <message>
        <source>Only a dose that is given at a rate has one.</source>
        <translation>Szybkość ma tylko dawka podawana przez pewien czas.</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>odstęp</translation>
    </message>
    <message>
        <source>The dose is given once.</source>
        <translation>Dawka jest podana jeden raz.</translation>
    </message>
    <message>
        <source>&amp;at</source>
        <translation>cza&amp;s</translation>
    </message>
    <message>
        <source>Say first what the target is.</source>
        <translation>Najpierw podaj cel.</translation>
    </message>
    <message>
        <source>Puts the value found into the schedule; undo takes it back.</source>
        <translation>Wstawia znalezioną wartość do planu; cofnięcie to odwraca.</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>szybkość</translation>
    </message>
    <message>
        <source>With %1 = %2: %3 %4.</source>
        <translation>Gdy %1 = %2: %3 %4.</translation>
    </message>
    <message>
        <source>That is %1 for %2.</source>
        <translation>To %1 przez %2.</translation>
    </message>
    <message>
        <source>Larger values between the bounds reach it as well.</source>
        <translation>Większe wartości między granicami też go osiągają.</translation>
    </message>
    <message>
        <source>dose for a target</source>
        <translation>dawka dla celu</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Lekcja zostawia to bez zmian.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Pharmacokinetics of ketamine in a window.</source>
        <translation>Farmakokinetyka ketaminy w oknie.</translation>
    </message>
    <message>
        <source>Scenario files to open.</source>
        <translation>Pliki scenariuszy do otwarcia.</translation>
    </message>
</context>
</TS>
