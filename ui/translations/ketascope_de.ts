<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>QMenu</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>▲ 1 band higher</source>
        <translation>▲ 1 Bereich höher</translation>
    </message>
    <message>
        <source>▲ %1 bands higher</source>
        <translation>▲ %1 Bereiche höher</translation>
    </message>
    <message>
        <source>▼ 1 band lower</source>
        <translation>▼ 1 Bereich tiefer</translation>
    </message>
    <message>
        <source>▼ %1 bands lower</source>
        <translation>▼ %1 Bereiche tiefer</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>For teaching and research. Not for dosing decisions.</source>
        <translation>Für Lehre und Forschung. Nicht für Entscheidungen über Dosierungen.</translation>
    </message>
    <message>
        <source>time [{0}]</source>
        <translation>Zeit [{0}]</translation>
    </message>
    <message>
        <source>time after the first dose [{0}]</source>
        <translation>Zeit nach der ersten Dosis [{0}]</translation>
    </message>
    <message>
        <source>time after the end of the input [{0}]</source>
        <translation>Zeit nach dem Ende der Zufuhr [{0}]</translation>
    </message>
    <message>
        <source>concentration</source>
        <translation>Konzentration</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>effect site</source>
        <translation>Effektkompartiment</translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} in {1}</translation>
    </message>
    <message>
        <source>Incomplete: {0}</source>
        <translation>Unvollständig: {0}</translation>
    </message>
    <message>
        <source>{0} {1}-form</source>
        <translation>{0} {1}-Form</translation>
    </message>
    <message>
        <source>{0} over {1}</source>
        <translation>{0} über {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} mit {1}</translation>
    </message>
    <message>
        <source>{0}, {1} times every {2}</source>
        <translation>{0}, {1}-mal alle {2}</translation>
    </message>
    <message>
        <source>{0}, at steady state every {1}</source>
        <translation>{0}, im Steady State alle {1}</translation>
    </message>
    <message>
        <source>{0} Solid: arterial. Dashed: venous. Dotted: sampling site unknown. Shaded: lowest to highest of {1} models.</source>
        <translation>{0} Durchgezogen: arteriell. Gestrichelt: venös. Gepunktet: Entnahmeort unbekannt. Getönt: tiefstes bis höchstes von {1} Modellen.</translation>
    </message>
    <message>
        <source>Peak and exposure</source>
        <translation>Spitze und Exposition</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>{0} (baseline)</source>
        <translation>{0} (Bezug)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>AUC ratio {0}</source>
        <translation>AUC-Verhältnis {0}</translation>
    </message>
    <message>
        <source>time in {0}</source>
        <translation>Zeit in {0}</translation>
    </message>
    <message>
        <source>peak effect: {0}</source>
        <translation>stärkste Wirkung: {0}</translation>
    </message>
    <message>
        <source>Scenario {0}: {1}</source>
        <translation>Szenario {0}: {1}</translation>
    </message>
    <message>
        <source>Doses: event table {0}</source>
        <translation>Dosen: Ereignistabelle {0}</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>mit {0}</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>auf einmal</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>einmal gegeben</translation>
    </message>
    <message>
        <source>{0} more, every {1}</source>
        <translation>{0} weitere, alle {1}</translation>
    </message>
    <message>
        <source>{0}, from steady state</source>
        <translation>{0}, ab Steady State</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Model {0}; subject: {1}; until {2}; seed {3}; {4}</source>
        <translation>Modell {0}; Person: {1}; bis {2}; Startzahl {3}; {4}</translation>
    </message>
    <message>
        <source>as the model&apos;s standard</source>
        <translation>wie im Modell vorgegeben</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>Taken beside: {0}</source>
        <translation>Daneben genommen: {0}</translation>
    </message>
    <message>
        <source>Not as published: {0}</source>
        <translation>Nicht wie veröffentlicht: {0}</translation>
    </message>
    <message>
        <source>Model card: {0}</source>
        <translation>Modellkarte: {0}</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Schedules and subjects</source>
        <translation>Dosierungen und Personen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>{0} (amount per time)</source>
        <translation>{0} (Menge pro Zeit)</translation>
    </message>
    <message>
        <source>SD {0} on the logit scale</source>
        <translation>SD {0} auf der Logit-Skala</translation>
    </message>
    <message>
        <source>{0} between subjects</source>
        <translation>{0} zwischen Personen</translation>
    </message>
    <message>
        <source>{0} between occasions</source>
        <translation>{0} zwischen Gelegenheiten</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>proportional {0}</source>
        <translation>proportional {0}</translation>
    </message>
    <message>
        <source>on the log scale {0}</source>
        <translation>auf der log-Skala {0}</translation>
    </message>
    <message>
        <source>additive {0}</source>
        <translation>additiv {0}</translation>
    </message>
    <message>
        <source>The kinetics are not linear: there is no fixed half-life.</source>
        <translation>Die Kinetik ist nicht linear: Es gibt keine feste Halbwertszeit.</translation>
    </message>
    <message>
        <source>phase {0}</source>
        <translation>Phase {0}</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über das Modell</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>why this grade</source>
        <translation>Grund der Einstufung</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Zeitschrift</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>no DOI because</source>
        <translation>keine DOI, weil</translation>
    </message>
    <message>
        <source>Population and assay</source>
        <translation>Population und Messung</translation>
    </message>
    <message>
        <source>population</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>drug form</source>
        <translation>Form des Wirkstoffs</translation>
    </message>
    <message>
        <source>doses count</source>
        <translation>Dosen zählen</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>sampling site</source>
        <translation>Entnahmeort</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Conflicts between sources</source>
        <translation>Widersprüche zwischen Quellen</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Applikationswege</translation>
    </message>
    <message>
        <source>route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>enters</source>
        <translation>geht in</translation>
    </message>
    <message>
        <source>infusion</source>
        <translation>Infusion</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Compartments</source>
        <translation>Kompartimente</translation>
    </message>
    <message>
        <source>compartment</source>
        <translation>Kompartiment</translation>
    </message>
    <message>
        <source>analyte</source>
        <translation>Analyt</translation>
    </message>
    <message>
        <source>equations</source>
        <translation>Gleichungen</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Flüsse</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>RSE</source>
        <translation>RSE</translation>
    </message>
    <message>
        <source>variability</source>
        <translation>Variabilität</translation>
    </message>
    <message>
        <source>Derived quantities</source>
        <translation>Abgeleitete Größen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Covariates</source>
        <translation>Kovariaten</translation>
    </message>
    <message>
        <source>covariate</source>
        <translation>Kovariate</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>valid range</source>
        <translation>Gültigkeitsbereich</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Analytes</source>
        <translation>Analyte</translation>
    </message>
    <message>
        <source>enantiomer</source>
        <translation>Enantiomer</translation>
    </message>
    <message>
        <source>molar mass</source>
        <translation>molare Masse</translation>
    </message>
    <message>
        <source>Variability between and within subjects</source>
        <translation>Variabilität zwischen und innerhalb von Personen</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>auf</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>lognormal</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>occasion</source>
        <translation>Gelegenheit</translation>
    </message>
    <message>
        <source>Residual error</source>
        <translation>Residualfehler</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Half-lives of the whole system</source>
        <translation>Halbwertszeiten des ganzen Systems</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>composite</source>
        <translation>zusammengesetzt</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>user</source>
        <translation>eigenes</translation>
    </message>
    <message>
        <source>racemate</source>
        <translation>Racemat</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>hydrochloride</source>
        <translation>Hydrochlorid</translation>
    </message>
    <message>
        <source>plasma</source>
        <translation>Plasma</translation>
    </message>
    <message>
        <source>urine</source>
        <translation>Urin</translation>
    </message>
    <message>
        <source>arterial</source>
        <translation>arteriell</translation>
    </message>
    <message>
        <source>venous</source>
        <translation>venös</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>abgeleitet</translation>
    </message>
    <message>
        <source>Solid arrows: drug moves, with the rate; an arrow that ends in the open: elimination. Dashed: where the dose of a route enters. Dotted: what an output or another state is computed from. Colours: analytes.</source>
        <translation>Durchgezogene Pfeile: Wirkstoff bewegt sich, mit der Geschwindigkeit; ein Pfeil ins Freie: Elimination. Gestrichelt: wo die Dosis eines Weges eintritt. Gepunktet: woraus eine Ausgabe oder ein anderer Zustand berechnet wird. Farben: Analyte.</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>dose {0}</source>
        <translation>Dosis {0}</translation>
    </message>
    <message>
        <source>parameter {0}</source>
        <translation>Parameter {0}</translation>
    </message>
    <message>
        <source>scenario &apos;{0}&apos;: {1}</source>
        <translation>Szenario „{0}“: {1}</translation>
    </message>
    <message>
        <source>{0} &apos;{1}&apos;: {2}</source>
        <translation>{0} „{1}“: {2}</translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>muss eine endliche Zahl sein</translation>
    </message>
    <message>
        <source>model {0} has no parameter &apos;{1}&apos;</source>
        <translation>Modell {0} hat keinen Parameter „{1}“</translation>
    </message>
    <message>
        <source>model {0} has no covariate &apos;{1}&apos;</source>
        <translation>Modell {0} hat keine Kovariate „{1}“</translation>
    </message>
    <message>
        <source>it has {0}</source>
        <translation>es hat {0}</translation>
    </message>
    <message>
        <source>it knows {0}</source>
        <translation>es kennt {0}</translation>
    </message>
    <message>
        <source>did you mean &apos;{0}&apos;?</source>
        <translation>ist „{0}“ gemeint?</translation>
    </message>
    <message>
        <source>{0} = {1}: a weight must be positive</source>
        <translation>{0} = {1}: Ein Gewicht muss positiv sein</translation>
    </message>
    <message>
        <source>{0} = {1} is outside the range that {2} was built on ({3} to {4} {5})</source>
        <translation>{0} = {1} liegt außerhalb des Bereichs, auf dem {2} beruht ({3} bis {4} {5})</translation>
    </message>
    <message>
        <source>the curve is an extrapolation</source>
        <translation>die Kurve ist eine Extrapolation</translation>
    </message>
    <message>
        <source>until = {0}: must be after the start</source>
        <translation>bis = {0}: muss nach dem Beginn liegen</translation>
    </message>
    <message>
        <source>{0}: model {1} has no route &apos;{2}&apos;</source>
        <translation>{0}: Modell {1} hat keinen Weg „{2}“</translation>
    </message>
    <message>
        <source>{0}, {1} = {2}: must not be negative</source>
        <translation>{0}, {1} = {2}: darf nicht negativ sein</translation>
    </message>
    <message>
        <source>{0}: an infusion needs a duration above 0</source>
        <translation>{0}: Eine Infusion braucht eine Dauer über 0</translation>
    </message>
    <message>
        <source>leave the duration out for a dose given at once</source>
        <translation>für eine Dosis auf einmal die Dauer weglassen</translation>
    </message>
    <message>
        <source>{0}: give a duration or a rate, not both</source>
        <translation>{0}: entweder Dauer oder Geschwindigkeit angeben, nicht beides</translation>
    </message>
    <message>
        <source>{0}: route &apos;{1}&apos; of model {2} is given at once, not over a time</source>
        <translation>{0}: Weg „{1}“ von Modell {2} wird auf einmal gegeben, nicht über eine Zeit</translation>
    </message>
    <message>
        <source>leave duration and rate out</source>
        <translation>Dauer und Geschwindigkeit weglassen</translation>
    </message>
    <message>
        <source>leave duration and rate out, or use {0}</source>
        <translation>Dauer und Geschwindigkeit weglassen oder {0} verwenden</translation>
    </message>
    <message>
        <source>{0}: the number of repeats must not be negative</source>
        <translation>{0}: Die Zahl der Wiederholungen darf nicht negativ sein</translation>
    </message>
    <message>
        <source>{0}: repeated doses need an interval above 0</source>
        <translation>{0}: Wiederholte Dosen brauchen einen Abstand über 0</translation>
    </message>
    <message>
        <source>{0} starts at {1}, after the end of the simulation, and is not given</source>
        <translation>{0} beginnt bei {1}, nach dem Ende der Simulation, und wird nicht gegeben</translation>
    </message>
    <message>
        <source>simulate for longer</source>
        <translation>länger simulieren</translation>
    </message>
    <message>
        <source>an infusion needs a rate above 0</source>
        <translation>eine Infusion braucht eine Geschwindigkeit über 0</translation>
    </message>
    <message>
        <source>leave the rate out for a dose given at once</source>
        <translation>für eine Dosis auf einmal die Geschwindigkeit weglassen</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no dose basis</source>
        <translation>„{0}“ ist keine Dosisangabe</translation>
    </message>
    <message>
        <source>use base or hydrochloride</source>
        <translation>base oder hydrochloride verwenden</translation>
    </message>
    <message>
        <source>half of a racemic dose is {0}-ketamine; {1} shows that half only</source>
        <translation>die Hälfte einer racemischen Dosis ist {0}-Ketamin; {1} zeigt nur diese Hälfte</translation>
    </message>
    <message>
        <source>model {0} is for {1}, not for {2}</source>
        <translation>Modell {0} gilt für {1}, nicht für {2}</translation>
    </message>
    <message>
        <source>choose a model of that form</source>
        <translation>ein Modell dieser Form wählen</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no drug form</source>
        <translation>„{0}“ ist keine Form des Wirkstoffs</translation>
    </message>
    <message>
        <source>use racemate, S or R</source>
        <translation>racemate, S oder R verwenden</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; does not know the covariate &apos;{1}&apos;</source>
        <translation>Modell „{0}“ kennt die Kovariate „{1}“ nicht</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; does not know the parameter &apos;{1}&apos;</source>
        <translation>Modell „{0}“ kennt den Parameter „{1}“ nicht</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; has no output &apos;{1}&apos;</source>
        <translation>Modell „{0}“ hat keine Ausgabe „{1}“</translation>
    </message>
    <message>
        <source>{0} = &apos;{1}&apos;: the model has no such category</source>
        <translation>{0} = „{1}“: Das Modell hat keine solche Kategorie</translation>
    </message>
    <message>
        <source>known: {0}</source>
        <translation>bekannt: {0}</translation>
    </message>
    <message>
        <source>an event table gives its own doses and takes no interaction</source>
        <translation>eine Ereignistabelle gibt ihre eigenen Dosen und nimmt keine Wechselwirkung an</translation>
    </message>
    <message>
        <source>{0} acts on {1}, which model {2} does not have: left out</source>
        <translation>{0} wirkt auf {1}, das Modell {2} nicht hat: weggelassen</translation>
    </message>
    <message>
        <source>{0} changes nothing in model {1}</source>
        <translation>{0} ändert in Modell {1} nichts</translation>
    </message>
    <message>
        <source>a model with enzymes is needed, for example ketascope-reference</source>
        <translation>nötig ist ein Modell mit Enzymen, zum Beispiel ketascope-reference</translation>
    </message>
    <message>
        <source>its enzymes are {0}</source>
        <translation>seine Enzyme sind {0}</translation>
    </message>
    <message>
        <source>{0} has no regimen &apos;{1}&apos;</source>
        <translation>{0} hat kein Schema „{1}“</translation>
    </message>
    <message>
        <source>effect &apos;{0}&apos; is there twice</source>
        <translation>Wirkung „{0}“ ist zweimal da</translation>
    </message>
    <message>
        <source>effect {0}: half of the concentration of &apos;{1}&apos; stands for {2}. {3}</source>
        <translation>Wirkung {0}: Die halbe Konzentration von „{1}“ steht für {2}. {3}</translation>
    </message>
    <message>
        <source>effect {0} follows {1}, but model {2} gives &apos;{3}&apos; of both enantiomers together</source>
        <translation>Wirkung {0} folgt {1}, doch Modell {2} gibt „{3}“ beider Enantiomere zusammen</translation>
    </message>
    <message>
        <source>use a model that gives the enantiomer</source>
        <translation>ein Modell verwenden, das das Enantiomer angibt</translation>
    </message>
    <message>
        <source>effect {0} follows {1}, which model {2} does not give</source>
        <translation>Wirkung {0} folgt {1}, was Modell {2} nicht angibt</translation>
    </message>
    <message>
        <source>the model gives {0}</source>
        <translation>das Modell gibt {0}</translation>
    </message>
    <message>
        <source>no concentration</source>
        <translation>keine Konzentration</translation>
    </message>
    <message>
        <source>effect {0} follows {1} {2}, model {3} gives {4} {5}</source>
        <translation>Wirkung {0} folgt {1} {2}, Modell {3} gibt {4} {5}</translation>
    </message>
    <message>
        <source>effect {0} follows the concentration of {1} without a delay: {2}</source>
        <translation>Wirkung {0} folgt der Konzentration von {1} ohne Verzögerung: {2}</translation>
    </message>
    <message>
        <source>effect {0}: estimated with {1}, used with {2}</source>
        <translation>Wirkung {0}: geschätzt mit {1}, verwendet mit {2}</translation>
    </message>
    <message>
        <source>effect {0}: {1}</source>
        <translation>Wirkung {0}: {1}</translation>
    </message>
    <message>
        <source>{0} at the effect site ({1})</source>
        <translation>{0} am Wirkort ({1})</translation>
    </message>
    <message>
        <source>{0} activity</source>
        <translation>{0}-Aktivität</translation>
    </message>
    <message>
        <source>{0}, ID {1}: {2} at {3} h; what is shown ends there</source>
        <translation>{0}, ID {1}: {2} bei {3} h; was gezeigt wird, endet dort</translation>
    </message>
    <message>
        <source>step_limit</source>
        <translation>Schrittgrenze erreicht</translation>
    </message>
    <message>
        <source>non_finite</source>
        <translation>keine endlichen Zahlen mehr</translation>
    </message>
    <message>
        <source>no_steady_state</source>
        <translation>kein Steady State gefunden</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>{0} mg {1} = {2} mg {3}, which {4} counts</source>
        <translation>{0} mg {1} = {2} mg {3}, was {4} zählt</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}.</source>
        <translation>Virtuelle Patienten aus der veröffentlichten Variabilität, Startzahl {0}.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates.</source>
        <translation>Virtuelle Patienten aus der veröffentlichten Variabilität, Startzahl {0}, mit der Unsicherheit der Schätzwerte.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with residual error.</source>
        <translation>Virtuelle Patienten aus der veröffentlichten Variabilität, Startzahl {0}, mit Residualfehler.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates, with residual error.</source>
        <translation>Virtuelle Patienten aus der veröffentlichten Variabilität, Startzahl {0}, mit der Unsicherheit der Schätzwerte und mit Residualfehler.</translation>
    </message>
    <message>
        <source>Observed: {0}.</source>
        <translation>Beobachtet: {0}.</translation>
    </message>
    <message>
        <source>observed: {0}</source>
        <translation>beobachtet: {0}</translation>
    </message>
    <message>
        <source>Open marks: sampled at another site (arterial, venous, not stated) than the curve.</source>
        <translation>Offene Zeichen: an einem anderen Ort (arteriell, venös, nicht angegeben) entnommen als die Kurve.</translation>
    </message>
    <message>
        <source>Open marks: {0}.</source>
        <translation>Offene Zeichen: {0}.</translation>
    </message>
    <message>
        <source>Sites differ: {0}.</source>
        <translation>Entnahmeorte verschieden: {0}.</translation>
    </message>
    <message>
        <source>{0}: {1} samples beside a curve whose samples are {2}</source>
        <translation>{0}: Proben {1} neben einer Kurve mit Proben {2}</translation>
    </message>
    <message>
        <source>{0}: {1} samples beside a curve of another site ({2})</source>
        <translation>{0}: Proben {1} neben einer Kurve eines anderen Ortes ({2})</translation>
    </message>
    <message>
        <source>{0}: Cmax of {1} {2} is not drawn, its time is not stated</source>
        <translation>{0}: Cmax von {1} {2} ist nicht gezeichnet, seine Zeit ist nicht angegeben</translation>
    </message>
    <message>
        <source>{0}, {1}, observed ({2})</source>
        <translation>{0}, {1}, beobachtet ({2})</translation>
    </message>
    <message>
        <source>site not stated</source>
        <translation>Ort nicht angegeben</translation>
    </message>
    <message>
        <source>age: built on children ({0})</source>
        <translation>Alter: auf Kindern beruhend ({0})</translation>
    </message>
    <message>
        <source>age: built on children ({0}), an adult was taken</source>
        <translation>Alter: auf Kindern beruhend ({0}), angenommen wurde ein Erwachsener</translation>
    </message>
    <message>
        <source>age: built on {0}, an adult was taken; --age says otherwise</source>
        <translation>Alter: auf {0} beruhend, angenommen wurde ein Erwachsener</translation>
    </message>
    <message>
        <source>age: {0} is outside {1}</source>
        <translation>Alter: {0} liegt außerhalb von {1}</translation>
    </message>
    <message>
        <source>weight: {0} is outside {1}</source>
        <translation>Gewicht: {0} liegt außerhalb von {1}</translation>
    </message>
    <message>
        <source>route: has {0}, not {1}</source>
        <translation>Weg: hat {0}, nicht {1}</translation>
    </message>
    <message>
        <source>route: {0} is given at once, not over a time</source>
        <translation>Weg: {0} wird auf einmal gegeben, nicht über eine Zeit</translation>
    </message>
    <message>
        <source>form: built on {0}, not on {1}</source>
        <translation>Form: auf {0} beruhend, nicht auf {1}</translation>
    </message>
    <message>
        <source>output: shows no concentration</source>
        <translation>Ausgabe: zeigt keine Konzentration</translation>
    </message>
    <message>
        <source>arterial and venous models are together in one figure: while the drug goes in, arterial concentrations are above venous ones, and they fall faster after it</source>
        <translation>arterielle und venöse Modelle stehen in einem Bild: Während der Wirkstoff zugeführt wird, liegen arterielle Konzentrationen über venösen, danach fallen sie schneller</translation>
    </message>
    <message>
        <source>infusion starts</source>
        <translation>Infusion beginnt</translation>
    </message>
    <message>
        <source>infusion ends</source>
        <translation>Infusion endet</translation>
    </message>
    <message>
        <source>infusion rate changes</source>
        <translation>Infusionsgeschwindigkeit ändert sich</translation>
    </message>
    <message>
        <source>bolus</source>
        <translation>Bolus</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Rücksetzung</translation>
    </message>
    <message>
        <source>compartment on</source>
        <translation>Kompartiment ein</translation>
    </message>
    <message>
        <source>compartment off</source>
        <translation>Kompartiment aus</translation>
    </message>
    <message>
        <source>steady state</source>
        <translation>Steady State</translation>
    </message>
    <message>
        <source>steady state added</source>
        <translation>Steady State hinzugefügt</translation>
    </message>
    <message>
        <source>earlier infusion {0} runs on</source>
        <translation>frühere Infusion {0} läuft weiter</translation>
    </message>
    <message>
        <source>{0} running or pending discarded</source>
        <translation>{0} laufende oder ausstehende verworfen</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>{0}, additional dose {1}</source>
        <translation>{0}, zusätzliche Dosis {1}</translation>
    </message>
    <message>
        <source>no dose of the schedule is repeated</source>
        <translation>keine Dosis wird wiederholt</translation>
    </message>
    <message>
        <source>the curve of a single dose is no plain sum of exponentials</source>
        <translation>die Kurve einer Einzeldosis ist keine einfache Summe von Exponentialfunktionen</translation>
    </message>
    <message>
        <source>the model has no route that takes an infusion</source>
        <translation>das Modell hat keinen Weg für eine Infusion</translation>
    </message>
    <message>
        <source>in a model that is not linear they depend on the rate, and no dose here is an infusion</source>
        <translation>in einem nicht linearen Modell hängen sie von der Rate ab, und keine Dosis hier ist eine Infusion</translation>
    </message>
    <message>
        <source>there is no dose</source>
        <translation>es gibt keine Dosis</translation>
    </message>
    <message>
        <source>the output is zero at the end of the input</source>
        <translation>die Ausgabe ist am Ende der Zufuhr null</translation>
    </message>
    <message>
        <source>the output does not fall to half</source>
        <translation>die Ausgabe fällt nicht auf die Hälfte</translation>
    </message>
    <message>
        <source>what comes in never leaves, so that the curve rises in a straight line</source>
        <translation>was hineinkommt, verlässt ihn nie, sodass die Kurve gerade ansteigt</translation>
    </message>
    <message>
        <source>it oscillates, or holds rate constants that are equal</source>
        <translation>sie schwingt oder enthält gleiche Geschwindigkeitskonstanten</translation>
    </message>
    <message>
        <source>rate constants are equal or nearly so, so that its terms hold powers of t</source>
        <translation>Geschwindigkeitskonstanten sind gleich oder fast gleich, sodass die Glieder Potenzen von t enthalten</translation>
    </message>
    <message>
        <source>a compartment is switched off</source>
        <translation>ein Kompartiment ist abgeschaltet</translation>
    </message>
    <message>
        <source>the equations of {0} are not linear with constant coefficients; its curves are no sums of exponentials</source>
        <translation>die Gleichungen von {0} sind nicht linear mit konstanten Koeffizienten; seine Kurven sind keine Summen von Exponentialfunktionen</translation>
    </message>
    <message>
        <source>the number must be finite</source>
        <translation>die Zahl muss endlich sein</translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation>eine Zahl fehlt</translation>
    </message>
    <message>
        <source>this does not begin with a number</source>
        <translation>das beginnt nicht mit einer Zahl</translation>
    </message>
    <message>
        <source>write a number and its unit, as in 0.5 mg/kg</source>
        <translation>Zahl und Einheit schreiben, wie 0,5 mg/kg</translation>
    </message>
    <message>
        <source>the number is too large or too small</source>
        <translation>die Zahl ist zu groß oder zu klein</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is {1} in base units, but {2} is expected here</source>
        <translation>„{0}“ ist {1} in Basiseinheiten, hier wird {2} erwartet</translation>
    </message>
    <message>
        <source>1 (no unit)</source>
        <translation>1 (keine Einheit)</translation>
    </message>
    <message>
        <source>unknown unit &apos;{0}&apos;</source>
        <translation>unbekannte Einheit „{0}“</translation>
    </message>
    <message>
        <source>there is no band &apos;{0}&apos;</source>
        <translation>es gibt keinen Bereich „{0}“</translation>
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
        <translation>{0} Racemat</translation>
    </message>
    <message>
        <source>Virtual patients</source>
        <translation>Virtuelle Patienten</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Erreicht von</translation>
    </message>
    <message>
        <source>target: {0}</source>
        <translation>Ziel: {0}</translation>
    </message>
    <message>
        <source>{0}, {1} (set by hand)</source>
        <translation>{0}, {1} (von Hand gesetzt)</translation>
    </message>
    <message>
        <source>{0} (set by hand)</source>
        <translation>{0} (von Hand gesetzt)</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Verzug</translation>
    </message>
    <message>
        <source>into {0} (free dosing)</source>
        <translation>in {0} (freie Dosierung)</translation>
    </message>
    <message>
        <source>{0}, dose {1}: {2} (set by hand)</source>
        <translation>{0}, Dosis {1}: {2} (von Hand gesetzt)</translation>
    </message>
    <message>
        <source>The dose enters {0} as it is, and no study gives it so</source>
        <translation>Die Dosis geht unverändert in {0} ein, und keine Studie gibt sie so</translation>
    </message>
    <message>
        <source>{0}: model {1} has no compartment &apos;{2}&apos; that takes a dose</source>
        <translation>{0}: Modell {1} hat kein Kompartiment „{2}“, das eine Dosis aufnimmt</translation>
    </message>
    <message>
        <source>{0}, F = {1}: more cannot enter than is given</source>
        <translation>{0}, F = {1}: Es kann nicht mehr ankommen, als gegeben wird</translation>
    </message>
    <message>
        <source>F is a part, such as 0.5 or 50 %</source>
        <translation>F ist ein Anteil, etwa 0,5 oder 50 %</translation>
    </message>
    <message>
        <source>between {0} and {1} it goes from {2} to {3}, and never is {4}</source>
        <translation>zwischen {0} und {1} geht es von {2} bis {3} und ist nie {4}</translation>
    </message>
    <message>
        <source>widen the bounds or choose another target</source>
        <translation>die Grenzen weiter fassen oder ein anderes Ziel wählen</translation>
    </message>
    <message>
        <source>no value reaches it: at {0} it jumps past {1}</source>
        <translation>kein Wert erreicht es: Bei {0} springt es über {1} hinweg</translation>
    </message>
    <message>
        <source>between {0} and {1}: both must be above zero, and the second larger</source>
        <translation>zwischen {0} und {1}: Beide müssen über null liegen, und der zweite muss größer sein</translation>
    </message>
    <message>
        <source>from {0} to {1}: there is no such time</source>
        <translation>von {0} bis {1}: Eine solche Zeit gibt es nicht</translation>
    </message>
    <message>
        <source>Lines are the model&apos;s typical patient, not the median of the virtual patients.</source>
        <translation>Linien zeigen den typischen Patienten des Modells, nicht den Median der virtuellen Patienten.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}</source>
        <translation>Virtuelle Patienten aus der veröffentlichten Variabilität, Startzahl {0}</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates</source>
        <translation>Virtuelle Patienten aus der veröffentlichten Variabilität, Startzahl {0}, mit der Unsicherheit der Schätzwerte</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with residual error</source>
        <translation>Virtuelle Patienten aus der veröffentlichten Variabilität, Startzahl {0}, mit Residualfehler</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates, with residual error</source>
        <translation>Virtuelle Patienten aus der veröffentlichten Variabilität, Startzahl {0}, mit der Unsicherheit der Schätzwerte und mit Residualfehler</translation>
    </message>
    <message>
        <source>{0} of each scenario: {1}. Times in bands are counted within the time that is simulated</source>
        <translation>{0} je Szenario: {1}. Zeiten in Bereichen zählen innerhalb der simulierten Zeit</translation>
    </message>
    <message>
        <source>Target &apos;{0}&apos;: no scenario shown has an output &apos;{1}&apos;</source>
        <translation>Ziel „{0}“: kein gezeigtes Szenario hat einen Ausgang „{1}“</translation>
    </message>
    <message>
        <source>there is no model &apos;{0}&apos;</source>
        <translation>es gibt kein Modell „{0}“</translation>
    </message>
    <message>
        <source>no models folder was found; set KETASCOPE_MODEL_PATH to one</source>
        <translation>kein Ordner mit Modellen wurde gefunden; KETASCOPE_MODEL_PATH nennt einen</translation>
    </message>
    <message>
        <source>the models to choose from are in {0}</source>
        <translation>die Modelle zur Auswahl liegen in {0}</translation>
    </message>
    <message>
        <source>Half-life (fitted)</source>
        <translation>Halbwertszeit (angepasst)</translation>
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
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1: highest %2 %3 after %4, %5 at the end.</source>
        <translation>%1: höchstens %2 %3 nach %4, %5 am Ende.</translation>
    </message>
    <message>
        <source>%1: between %2 and %3 %4.</source>
        <translation>%1: zwischen %2 und %3 %4.</translation>
    </message>
    <message>
        <source>Effect band: %1.</source>
        <translation>Wirkbereich: %1.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>The library holds no observed data of this dose, route and form.</source>
        <translation>Die Bibliothek hat keine Messwerte zu dieser Dosis, diesem Weg und dieser Form.</translation>
    </message>
    <message>
        <source>The scenario has %1 doses; dose %2 is compared.</source>
        <translation>Das Szenario hat %1 Dosen; verglichen wird Dosis %2.</translation>
    </message>
    <message>
        <source>Changed parameters of the scenario do not count: models answer as published.</source>
        <translation>Geänderte Parameter des Szenarios zählen nicht: Modelle antworten wie veröffentlicht.</translation>
    </message>
    <message>
        <source> over %1</source>
        <translation> über %1</translation>
    </message>
    <message>
        <source> at %1</source>
        <translation> mit %1</translation>
    </message>
    <message>
        <source>, %1 times every %2</source>
        <translation>, %1-mal alle %2</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>%1 (copy %2)</source>
        <translation>%1 (Kopie %2)</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1, %2 doses every %3</source>
        <translation>%1, %2 Dosen alle %3</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>It acts on %1; %2 describes no such enzyme.</source>
        <translation>Es wirkt auf %1; %2 beschreibt kein solches Enzym.</translation>
    </message>
    <message>
        <source>Grade: %1</source>
        <translation>Güte: %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Fehlt: %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>Ohne %1</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, ohne %2</translation>
    </message>
    <message>
        <source>No scenario is shown.</source>
        <translation>Kein Szenario ist sichtbar.</translation>
    </message>
    <message>
        <source>%1: no variability between people is known for what is shown. Models with it: %2.</source>
        <translation>%1: Für das Gezeigte ist keine Streuung zwischen Personen bekannt. Modelle mit Streuung: %2.</translation>
    </message>
    <message>
        <source>%1: no ribbon, because %2 states no variability between people.</source>
        <translation>%1: kein Band, weil %2 keine Streuung zwischen Personen angibt.</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>What is taken beside does not count: models answer for the drug alone.</source>
        <translation>Was daneben genommen wird, zählt nicht: Modelle antworten für den Wirkstoff allein.</translation>
    </message>
    <message>
        <source>%1: %2 to %3 %4 after %5, where it is highest; %6 to %7 at the end.</source>
        <translation>%1: %2 bis %3 %4 nach %5, wo es am höchsten ist; %6 bis %7 am Ende.</translation>
    </message>
    <message>
        <source>S-ketamine</source>
        <translation>S-Ketamin</translation>
    </message>
    <message>
        <source>R-ketamine</source>
        <translation>R-Ketamin</translation>
    </message>
    <message>
        <source>racemate</source>
        <translation>Racemat</translation>
    </message>
    <message>
        <source>hydrochloride</source>
        <translation>Hydrochlorid</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>As the model: %1</source>
        <translation>Wie das Modell: %1</translation>
    </message>
    <message>
        <source>What the model counts doses in</source>
        <translation>Worin das Modell Dosen zählt</translation>
    </message>
    <message>
        <source>%1 is a model of %2. Choose a model of that form, or one that holds the enantiomers apart.</source>
        <translation>%1 gilt für %2. Wähle ein Modell dieser Form oder eines, das die Enantiomere trennt.</translation>
    </message>
    <message>
        <source>Half of it is %1; %2 shows that half only.</source>
        <translation>Die Hälfte davon ist %1; %2 zeigt nur diese Hälfte.</translation>
    </message>
    <message>
        <source>All of it enters as %1.</source>
        <translation>Alles davon geht als %1 ein.</translation>
    </message>
    <message>
        <source>1 mg of the hydrochloride holds %1 mg of the base.</source>
        <translation>1 mg Hydrochlorid enthält %1 mg Base.</translation>
    </message>
    <message>
        <source>There is no dose.</source>
        <translation>Es gibt keine Dosis.</translation>
    </message>
    <message>
        <source>What is taken beside begins at a time of its own; with it there is no schedule that has been running for ever.</source>
        <translation>Was daneben genommen wird, beginnt zu einer eigenen Zeit; damit gibt es keinen Plan, der schon immer läuft.</translation>
    </message>
    <message>
        <source>%1 is not linear, so that the steady states of two doses do not add up.</source>
        <translation>%1 ist nicht linear, sodass sich die Steady States zweier Dosen nicht addieren.</translation>
    </message>
    <message>
        <source>%1 mg = %2 mg/kg at %3 kg</source>
        <translation>%1 mg = %2 mg/kg bei %3 kg</translation>
    </message>
    <message>
        <source>; the model counts %1 mg %2</source>
        <translation>; das Modell zählt %1 mg %2</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>most: %1, at %2</source>
        <translation>Höchstwert: %1, bei %2</translation>
    </message>
    <message>
        <source>%1 % of what has entered so far</source>
        <translation>%1 % des bisher Angekommenen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>computed from it; nothing flows</source>
        <translation>daraus berechnet; nichts fließt</translation>
    </message>
    <message>
        <source>%1 from %2 over %3</source>
        <translation>%1 ab %2 über %3</translation>
    </message>
    <message>
        <source>%1 at %2, at once</source>
        <translation>%1 bei %2, auf einmal</translation>
    </message>
    <message>
        <source>rate constant %1</source>
        <translation>Geschwindigkeitskonstante %1</translation>
    </message>
    <message>
        <source>eliminated so far: %1</source>
        <translation>bisher eliminiert: %1</translation>
    </message>
    <message>
        <source>No balance: the doses come from an event table.</source>
        <translation>Keine Bilanz: Die Dosen kommen aus einer Ereignistabelle.</translation>
    </message>
    <message>
        <source>ID %1 of the event table; no balance is drawn up for one.</source>
        <translation>ID %1 der Ereignistabelle; für eine Ereignistabelle gibt es keine Bilanz.</translation>
    </message>
    <message>
        <source>No balance: doses have gone on for ever before the start.</source>
        <translation>Keine Bilanz: Vor dem Beginn wurde schon immer dosiert.</translation>
    </message>
    <message>
        <source>In the compartments %1 + eliminated %2 %3 entered %4</source>
        <translation>In den Kompartimenten %1 + eliminiert %2 %3 angekommen %4</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 nach %2 %3</translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation>Bei %1: %2.</translation>
    </message>
    <message>
        <source>Moving: %1.</source>
        <translation>In Bewegung: %1.</translation>
    </message>
    <message>
        <source>%1: no ribbon, because nothing that %2 states may differ between the virtual patients.</source>
        <translation>%1: kein Band, weil sich nichts, was %2 angibt, zwischen den virtuellen Patienten unterscheiden darf.</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, als %2</translation>
    </message>
    <message>
        <source>%1 takes %2 only: the same amounts, until now %3, count as that.</source>
        <translation>%1 nimmt nur %2: Dieselben Mengen, bisher %3, gelten nun als solches.</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>F = %1</source>
        <translation>F = %1</translation>
    </message>
    <message>
        <source>%1, lag %2</source>
        <translation>%1, Verzug %2</translation>
    </message>
    <message>
        <source>into %1: %2</source>
        <translation>in %1: %2</translation>
    </message>
    <message>
        <source>The model: %1</source>
        <translation>Das Modell: %1</translation>
    </message>
    <message>
        <source>Write the number without signs between its thousands, like %1.</source>
        <translation>Schreibe die Zahl ohne Zeichen zwischen den Tausendern, wie %1.</translation>
    </message>
    <message>
        <source>%1, dose %2 alone</source>
        <translation>%1, nur Dosis %2</translation>
    </message>
    <message>
        <source>The model states no molar mass of the drug, which a conversion between mass and moles needs.</source>
        <translation>Das Modell nennt keine molare Masse der Substanz, ohne die Masse und Mol nicht umgerechnet werden können.</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahre</translation>
    </message>
    <message>
        <source>Choose a dose in the table first.</source>
        <translation>Wähle erst eine Dosis in der Tabelle.</translation>
    </message>
    <message>
        <source>A dose at steady state goes on for ever.</source>
        <translation>Eine Dosis im Steady State geht immer weiter.</translation>
    </message>
    <message>
        <source>The model has no route that takes an infusion.</source>
        <translation>Das Modell hat keinen Weg, der eine Infusion aufnimmt.</translation>
    </message>
</context>
<context>
    <name>ketascope::AuditTableModel</name>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Time
h</source>
        <translation>Zeit
h</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Kompartiment</translation>
    </message>
    <message>
        <source>Amount
mg</source>
        <translation>Menge
mg</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Entered
mg</source>
        <translation>Angekommen
mg</translation>
    </message>
    <message>
        <source>Rate
mg/h</source>
        <translation>Rate
mg/h</translation>
    </message>
    <message>
        <source>Duration
h</source>
        <translation>Dauer
h</translation>
    </message>
    <message>
        <source>Lag
h</source>
        <translation>Verzug
h</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>%1 (set by hand)</source>
        <translation>%1 (von Hand gesetzt)</translation>
    </message>
</context>
<context>
    <name>ketascope::BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End this and leave everything as it is (Esc)</source>
        <translation>Dies beenden und alles lassen, wie es ist (Esc)</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
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
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>Gleichungen</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Changes since saving</source>
        <translation>Änderungen seit dem Speichern</translation>
    </message>
    <message>
        <source>The file was saved by Ketascope %1. What is shown was computed anew, with the models of today and the solver&apos;s settings of the file.</source>
        <translation>Die Datei wurde von Ketascope %1 gespeichert. Was gezeigt wird, wurde neu berechnet, mit den Modellen von heute und den Einstellungen des Lösers aus der Datei.</translation>
    </message>
    <message>
        <source>What is different since the file was saved</source>
        <translation>Was anders ist, seit die Datei gespeichert wurde</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When saved</source>
        <translation>Beim Speichern</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>different</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>&amp;Use the parameters of then</source>
        <translation>&amp;Parameter von damals verwenden</translation>
    </message>
    <message>
        <source>Sets the parameters of the scenarios to what the models had when the file was saved; undo takes it back.</source>
        <translation>Setzt die Parameter der Szenarien auf die Werte, die die Modelle beim Speichern der Datei hatten; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>No parameter has another value than then.</source>
        <translation>Kein Parameter hat einen anderen Wert als damals.</translation>
    </message>
    <message>
        <source>equations: %1</source>
        <translation>Gleichungen: %1</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>Parameter: %1</translation>
    </message>
    <message>
        <source>results: %1</source>
        <translation>Ergebnisse: %1</translation>
    </message>
    <message>
        <source>nothing but the program&apos;s version</source>
        <translation>nichts als die Version des Programms</translation>
    </message>
</context>
<context>
    <name>ketascope::ComparePanel</name>
    <message>
        <source>Scenarios compared</source>
        <translation>Szenarien im Vergleich</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Scenario that the others are compared with</source>
        <translation>Szenario, mit dem die anderen verglichen werden</translation>
    </message>
    <message>
        <source>Adds the dose chosen in the schedule once more for every other route that a model describes</source>
        <translation>Fügt die im Plan gewählte Dosis noch einmal für jeden anderen Weg hinzu, den ein Modell beschreibt</translation>
    </message>
    <message>
        <source>Copy this table for a spreadsheet</source>
        <translation>Diese Tabelle für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>choose baseline</source>
        <translation>Bezug wählen</translation>
    </message>
    <message>
        <source>This dose by every route</source>
        <translation>Diese Dosis auf jedem Weg</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
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
        <translation>AUC-Verhältnis %1</translation>
    </message>
    <message>
        <source>Time in %1</source>
        <translation>Zeit in %1</translation>
    </message>
    <message>
        <source>Peak effect: %1</source>
        <translation>Stärkste Wirkung: %1</translation>
    </message>
    <message>
        <source>This does not apply to the curve of this scenario: another drug form, matrix or model.</source>
        <translation>Das gilt für die Kurve dieses Szenarios nicht: andere Form des Wirkstoffs, Matrix oder Modell.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1
baseline</source>
        <translation>%1
Bezug</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
</context>
<context>
    <name>ketascope::ConcentrationPlot</name>
    <message>
        <source>Concentration over time</source>
        <translation>Konzentration über der Zeit</translation>
    </message>
    <message>
        <source>Drag to move, drag the right end to stretch, Ctrl+drag to copy</source>
        <translation>Ziehen verschiebt, am rechten Ende ziehen dehnt, Strg+Ziehen kopiert</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl+drag to copy</source>
        <translation>Ziehen verschiebt, Strg+Ziehen kopiert</translation>
    </message>
    <message>
        <source>Enters after its lag, from %1</source>
        <translation>Tritt nach dem Verzug ein, ab %1</translation>
    </message>
</context>
<context>
    <name>ketascope::DiagramPanel</name>
    <message>
        <source>The model with what is in it</source>
        <translation>Das Modell mit seinem Inhalt</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Let the time run</source>
        <translation>Die Zeit laufen lassen</translation>
    </message>
    <message>
        <source>Time that the diagram shows</source>
        <translation>Zeit, die das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Moves the time; the cursor of the plot goes with it</source>
        <translation>Verschiebt die Zeit; der Cursor der Kurven geht mit</translation>
    </message>
    <message>
        <source>full = its own peak</source>
        <translation>voll = eigener Höchstwert</translation>
    </message>
    <message>
        <source>full = all that is given</source>
        <translation>voll = alles Gegebene</translation>
    </message>
    <message>
        <source>What a full box stands for</source>
        <translation>Wofür ein volles Kästchen steht</translation>
    </message>
    <message>
        <source>How full a box is drawn: against the most that it ever holds, or against everything that the doses bring. States without an amount: always against their own peak.</source>
        <translation>Wie voll ein Kästchen gezeichnet wird: gemessen an seinem eigenen Höchstwert oder an allem, was die Dosen bringen. Zustände ohne Menge: immer gemessen am eigenen Höchstwert.</translation>
    </message>
    <message>
        <source>Diagram smaller</source>
        <translation>Diagramm kleiner</translation>
    </message>
    <message>
        <source>Diagram larger</source>
        <translation>Diagramm größer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the diagram into its place</source>
        <translation>Das Diagramm in seinen Platz einpassen</translation>
    </message>
    <message>
        <source>This scenario has no curve.</source>
        <translation>Dieses Szenario hat keine Kurve.</translation>
    </message>
    <message>
        <source>Left out, because nothing comes there: %1</source>
        <translation>Weggelassen, weil dort nichts ankommt: %1</translation>
    </message>
    <message>
        <source>Left out, because nothing comes there: %1 and %2 more</source>
        <translation>Weggelassen, weil dort nichts ankommt: %1 und %2 weitere</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop the time</source>
        <translation>Die Zeit anhalten</translation>
    </message>
</context>
<context>
    <name>ketascope::DisagreementPanel</name>
    <message>
        <source>What every model says of this dose</source>
        <translation>Was jedes Modell zu dieser Dosis sagt</translation>
    </message>
    <message>
        <source>Racemate and enantiomers stand side by side then; without it only models of the form of this dose answer</source>
        <translation>Racemat und Enantiomere stehen dann nebeneinander; sonst antworten nur Modelle der Form dieser Dosis</translation>
    </message>
    <message>
        <source>What was assumed, and sources</source>
        <translation>Was angenommen wurde, und Quellen</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Rechne …</translation>
    </message>
    <message>
        <source>Choose a scenario with a dose.</source>
        <translation>Wähle ein Szenario mit einer Dosis.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Hinweise (%1)</translation>
    </message>
    <message>
        <source>Each model takes the dose as its own drug form</source>
        <translation>Jedes Modell nimmt die Dosis als seine eigene Form</translation>
    </message>
    <message>
        <source>Models (%1 of %2)</source>
        <translation>Modelle (%1 von %2)</translation>
    </message>
</context>
<context>
    <name>ketascope::DisagreementTableModel</name>
    <message>
        <source>lowest to highest</source>
        <translation>vom tiefsten zum höchsten</translation>
    </message>
    <message>
        <source>not eligible – %1</source>
        <translation>nicht geeignet – %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Ort</translation>
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
        <translation>Halbzeit</translation>
    </message>
    <message>
        <source>Half-time
after input</source>
        <translation>Halbzeit
nach Zufuhr</translation>
    </message>
    <message>
        <source>Context-sensitive half-time: from the end of the input until the concentration has halved</source>
        <translation>Kontextsensitive Halbzeit: vom Ende der Zufuhr, bis die Konzentration halbiert ist</translation>
    </message>
</context>
<context>
    <name>ketascope::DisplayCard</name>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Units, axes, bands and ribbons of the figure, as in the menu View</source>
        <translation>Einheiten, Achsen, Bereiche und Bänder der Abbildung, wie im Menü Ansicht</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
</context>
<context>
    <name>ketascope::DocumentDialog</name>
    <message>
        <source>Document properties</source>
        <translation>Eigenschaften des Dokuments</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Stands above the figure and at the head of the report</source>
        <translation>Steht über der Abbildung und am Kopf des Berichts</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Geschrieben von %1</translation>
    </message>
    <message>
        <source>change properties</source>
        <translation>Eigenschaften ändern</translation>
    </message>
</context>
<context>
    <name>ketascope::EditorPanel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>&amp;Card…</source>
        <translation>&amp;Karte …</translation>
    </message>
    <message>
        <source>Where this model comes from: study, parameters, sources, limits</source>
        <translation>Woher dieses Modell kommt: Studie, Parameter, Quellen, Grenzen</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>choose effects</source>
        <translation>Wirkungen wählen</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Dose of the schedule</source>
        <translation>Dosis des Plans</translation>
    </message>
    <message>
        <source>Add a dose</source>
        <translation>Dosis hinzufügen</translation>
    </message>
    <message>
        <source>Add a dose to the schedule of this scenario</source>
        <translation>Dem Plan dieses Szenarios eine Dosis hinzufügen</translation>
    </message>
    <message>
        <source>Remove this dose</source>
        <translation>Diese Dosis entfernen</translation>
    </message>
    <message>
        <source>Remove this dose from the schedule</source>
        <translation>Diese Dosis aus dem Plan entfernen</translation>
    </message>
    <message>
        <source>Sche&amp;dule</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>&amp;Route</source>
        <translation>&amp;Weg</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>M&amp;enge</translation>
    </message>
    <message>
        <source>Amount of drug per dose, total or per body weight</source>
        <translation>Wirkstoffmenge je Dosis, gesamt oder je Körpergewicht</translation>
    </message>
    <message>
        <source>D&amp;uration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>How long the dose is infused; empty for a single push</source>
        <translation>Wie lange die Dosis einläuft; leer für auf einmal</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>auf einmal</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Zeit nach dem Beginn des Szenarios</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Weitere Dosen nach der ersten</translation>
    </message>
    <message>
        <source>Re&amp;peats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Zeit zwischen wiederholten Dosen</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>Dosis hinzufügen</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>Dosis entfernen</translation>
    </message>
    <message>
        <source>change repeats</source>
        <translation>Wiederholungen ändern</translation>
    </message>
    <message>
        <source>Subject and time</source>
        <translation>Person und Zeit</translation>
    </message>
    <message>
        <source>Sh&amp;ow until</source>
        <translation>&amp;Zeigen bis</translation>
    </message>
    <message>
        <source>How long the curve is followed</source>
        <translation>Wie lange die Kurve verfolgt wird</translation>
    </message>
    <message>
        <source>Body &amp;weight</source>
        <translation>Körper&amp;gewicht</translation>
    </message>
    <message>
        <source>Doses per kg refer to it</source>
        <translation>Dosen je kg beziehen sich darauf</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Die Lektion hält das fest.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>Modell wechseln</translation>
    </message>
    <message>
        <source>change route</source>
        <translation>Weg ändern</translation>
    </message>
    <message>
        <source>The library has no model “%1”. Choose another one.</source>
        <translation>Die Bibliothek hat kein Modell „%1“. Wähle ein anderes.</translation>
    </message>
    <message>
        <source>dose %1 of %2</source>
        <translation>Dosis %1 von %2</translation>
    </message>
    <message>
        <source>No dose yet. Press + to add one.</source>
        <translation>Noch keine Dosis. + fügt eine hinzu.</translation>
    </message>
    <message>
        <source>The doses come from the event table %1.</source>
        <translation>Die Dosen stehen in der Ereignistabelle %1.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>This route takes its dose at once.</source>
        <translation>Auf diesem Weg wird die Dosis auf einmal gegeben.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>choose curves</source>
        <translation>Kurven wählen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>Ever&amp;y</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 changes nothing in %2 for the doses of this scenario.</source>
        <translation>%1 ändert in %2 nichts an den Dosen dieses Szenarios.</translation>
    </message>
    <message>
        <source>This is the only dose: change it, or remove the scenario.</source>
        <translation>Das ist die einzige Dosis: Ändere sie oder entferne das Szenario.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The dose is given once: choose repeats first.</source>
        <translation>Die Dosis wird einmal gegeben: Wähle erst Wiederholungen.</translation>
    </message>
    <message>
        <source>The same amount in total and per body weight</source>
        <translation>Dieselbe Menge gesamt und je Körpergewicht</translation>
    </message>
    <message>
        <source>At steady state</source>
        <translation>Im Steady State</translation>
    </message>
    <message>
        <source>begin at steady state</source>
        <translation>im Steady State beginnen</translation>
    </message>
    <message>
        <source>begin without drug</source>
        <translation>ohne Wirkstoff beginnen</translation>
    </message>
    <message>
        <source>Drug form</source>
        <translation>Form des Wirkstoffs</translation>
    </message>
    <message>
        <source>Amount of</source>
        <translation>Menge als</translation>
    </message>
    <message>
        <source>change drug form</source>
        <translation>Form des Wirkstoffs ändern</translation>
    </message>
    <message>
        <source>change salt</source>
        <translation>Salz ändern</translation>
    </message>
    <message>
        <source>The schedule has been running for ever when the scenario begins; the time between doses says how often</source>
        <translation>Der Plan läuft schon immer, wenn das Szenario beginnt; die Zeit zwischen den Dosen sagt, wie oft</translation>
    </message>
    <message>
        <source>into a compartment (free dosing)</source>
        <translation>in ein Kompartiment (freie Dosierung)</translation>
    </message>
    <message>
        <source>For trying out only: no study gives the drug so.</source>
        <translation>Nur zum Ausprobieren: Keine Studie gibt den Wirkstoff so.</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Kompartiment</translation>
    </message>
    <message>
        <source>Lag and bioavailability</source>
        <translation>Verzug und Bioverfügbarkeit</translation>
    </message>
    <message>
        <source>Give this dose its own lag time and bioavailability</source>
        <translation>Dieser Dosis einen eigenen Verzug und eine eigene Bioverfügbarkeit geben</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Verzug</translation>
    </message>
    <message>
        <source>Time before the dose enters; empty for the model&apos;s own</source>
        <translation>Zeit, bevor die Dosis eintritt; leer für den Wert des Modells</translation>
    </message>
    <message>
        <source>Bioavailability F</source>
        <translation>Bioverfügbarkeit F</translation>
    </message>
    <message>
        <source>Part of the dose that enters the model, like 0.5 or 50 %; empty for the model&apos;s own. A first pass that the model describes comes after it.</source>
        <translation>Anteil der Dosis, der in das Modell eintritt, wie 0,5 oder 50 %; leer für den Wert des Modells. Ein First Pass, den das Modell beschreibt, kommt danach.</translation>
    </message>
    <message>
        <source>Lag and bioavailability in the model, with their source</source>
        <translation>Verzug und Bioverfügbarkeit im Modell, mit ihrer Quelle</translation>
    </message>
    <message>
        <source>model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>Set by hand for this dose, not taken from the model.</source>
        <translation>Für diese Dosis von Hand gesetzt, nicht aus dem Modell.</translation>
    </message>
    <message>
        <source>There is one dose only.</source>
        <translation>Es gibt nur eine Dosis.</translation>
    </message>
</context>
<context>
    <name>ketascope::EffectButton</name>
    <message>
        <source>Effects</source>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>Effects to show below the concentrations, with the effect site</source>
        <translation>Wirkungen, die unter den Konzentrationen gezeigt werden, mit dem Wirkort</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
</context>
<context>
    <name>ketascope::GreyedDialog</name>
    <message>
        <source>What is greyed, and why</source>
        <translation>Was ausgegraut ist und warum</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Everything in sight can be used.</source>
        <translation>Alles, was zu sehen ist, kann benutzt werden.</translation>
    </message>
    <message>
        <source>Controls in sight that cannot be used now. What cannot be chosen in a menu or in a list says why itself.</source>
        <translation>Sichtbare Bedienelemente, die jetzt nicht benutzt werden können. Was in einem Menü oder einer Liste nicht gewählt werden kann, sagt selbst, warum.</translation>
    </message>
</context>
<context>
    <name>ketascope::InteractionRow</name>
    <message>
        <source>Regimen of %1</source>
        <translation>Schema von %1</translation>
    </message>
    <message>
        <source>How it is taken: as in a study, or as you say</source>
        <translation>Wie es genommen wird: wie in einer Studie oder wie hier angegeben</translation>
    </message>
    <message>
        <source>Regimen</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Dose of %1</source>
        <translation>Dosis von %1</translation>
    </message>
    <message>
        <source>Add a dose of %1</source>
        <translation>Eine Dosis %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove this dose of %1</source>
        <translation>Diese Dosis %1 entfernen</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Amount of %1 per dose</source>
        <translation>Menge %1 je Dosis</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>First dose, counted from the start of the scenario; below zero before it</source>
        <translation>Erste Dosis, gezählt vom Beginn des Szenarios; unter null davor</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>Repeats of %1</source>
        <translation>Wiederholungen von %1</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Weitere Dosen nach der ersten</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Zeit zwischen wiederholten Dosen</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>Dosis hinzufügen</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>Dosis entfernen</translation>
    </message>
    <message>
        <source>change repeats</source>
        <translation>Wiederholungen ändern</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>change regimen</source>
        <translation>Schema wechseln</translation>
    </message>
    <message>
        <source>own doses</source>
        <translation>eigene Dosen</translation>
    </message>
    <message>
        <source>dose %1 of %2</source>
        <translation>Dosis %1 von %2</translation>
    </message>
    <message>
        <source>This is not in the library; its regimen can only be changed in the document’s file.</source>
        <translation>Das ist nicht in der Bibliothek; sein Schema lässt sich nur in der Datei des Dokuments ändern.</translation>
    </message>
</context>
<context>
    <name>ketascope::InteractionsPanel</name>
    <message>
        <source>Compare &amp;with and without</source>
        <translation>&amp;Mit und ohne vergleichen</translation>
    </message>
    <message>
        <source>add interaction</source>
        <translation>Wechselwirkung hinzufügen</translation>
    </message>
    <message>
        <source>remove interaction</source>
        <translation>Wechselwirkung entfernen</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Die Lektion hält das fest.</translation>
    </message>
    <message>
        <source>The doses come from an event table, which takes no interactions.</source>
        <translation>Die Dosen kommen aus einer Ereignistabelle, die keine Wechselwirkungen aufnimmt.</translation>
    </message>
    <message>
        <source>Taken beside the drug; it changes enzymes of %1. Genotype and liver function are in the tab Scenario.</source>
        <translation>Wird neben dem Wirkstoff genommen und verändert Enzyme von %1. Genotyp und Leberfunktion stehen im Reiter Szenario.</translation>
    </message>
    <message>
        <source>%1 describes no enzymes that something could act on. Models that do: %2.</source>
        <translation>%1 beschreibt keine Enzyme, auf die etwas wirken könnte. Modelle mit Enzymen: %2.</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>%1 &amp;verwenden</translation>
    </message>
    <message>
        <source>The same dose by %1, as far as it can; one undo leads back</source>
        <translation>Dieselbe Dosis mit %1, soweit es geht; einmal Rückgängig führt zurück</translation>
    </message>
    <message>
        <source>Adds this scenario without what is taken beside, as the baseline of the table Compare</source>
        <translation>Fügt dieses Szenario ohne das daneben Genommene hinzu, als Bezug der Tabelle Vergleich</translation>
    </message>
    <message>
        <source>Switch something on first.</source>
        <translation>Schalte erst etwas ein.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>Modell wechseln</translation>
    </message>
</context>
<context>
    <name>ketascope::LessonPanel</name>
    <message>
        <source>Text of the lesson</source>
        <translation>Text der Lektion</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>Deine Vorhersage</translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation>deine Vorhersage</translation>
    </message>
    <message>
        <source>Unlocks every control; the scenarios stay</source>
        <translation>Gibt alles frei; die Szenarien bleiben</translation>
    </message>
    <message>
        <source>Step %1 of %2; %3 of %4 questions right</source>
        <translation>Schritt %1 von %2; %3 von %4 Fragen richtig</translation>
    </message>
    <message>
        <source>Some controls are free in this step; the others are locked.</source>
        <translation>In diesem Schritt ist manches frei; alles andere ist gesperrt.</translation>
    </message>
    <message>
        <source>The answer could not be computed: %1</source>
        <translation>Die Antwort konnte nicht berechnet werden: %1</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Nicht ganz.</translation>
    </message>
    <message>
        <source>Type a number first; a guess will do.</source>
        <translation>Gib erst eine Zahl ein; geschätzt genügt.</translation>
    </message>
    <message>
        <source>Choose one first; a guess will do.</source>
        <translation>Wähle erst etwas; geraten genügt.</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Lektion verlassen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>ketascope::LessonSession</name>
    <message>
        <source>next step of the lesson</source>
        <translation>nächster Schritt der Lektion</translation>
    </message>
</context>
<context>
    <name>ketascope::MainWindow</name>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Peak, exposure and time in each band</source>
        <translation>Spitze, Exposition und Zeit in jedem Bereich</translation>
    </message>
    <message>
        <source>Audit trail: what entered when, and why</source>
        <translation>Protokoll: was wann hineinkam, und warum</translation>
    </message>
    <message>
        <source>No other route is described for this dose.</source>
        <translation>Für diese Dosis ist kein anderer Weg beschrieben.</translation>
    </message>
    <message>
        <source>compare routes</source>
        <translation>Wege vergleichen</translation>
    </message>
    <message>
        <source>The model file of %1 has errors and is left out: %2</source>
        <translation>Die Modelldatei von %1 hat Fehler und bleibt draußen: %2</translation>
    </message>
    <message>
        <source>No models were found. Set KETASCOPE_MODEL_PATH to the folder that holds them, or install the program with its models.</source>
        <translation>Keine Modelle gefunden. Setze KETASCOPE_MODEL_PATH auf ihren Ordner oder installiere das Programm mit seinen Modellen.</translation>
    </message>
    <message>
        <source>The library holds no observed data for the doses shown: none was given by the same route, in the same form, amount and time.</source>
        <translation>Die Bibliothek hat keine Messwerte zu den gezeigten Dosen: keine wurde auf demselben Weg, in derselben Form, Menge und Zeit gegeben.</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Hauptleiste</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation>&amp;Neues Szenario</translation>
    </message>
    <message>
        <source>&amp;Duplicate scenario</source>
        <translation>Szenario &amp;duplizieren</translation>
    </message>
    <message>
        <source>Re&amp;move scenario</source>
        <translation>Szenario &amp;entfernen</translation>
    </message>
    <message>
        <source>This dose by every &amp;route</source>
        <translation>Diese Dosis auf jedem &amp;Weg</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Ketascope</source>
        <translation>&amp;Über Ketascope</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation>&amp;Logarithmische Achse</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Concentrations on a logarithmic axis (%1)</source>
        <translation>Konzentrationen auf logarithmischer Achse (%1)</translation>
    </message>
    <message>
        <source>logarithmic axis</source>
        <translation>logarithmische Achse</translation>
    </message>
    <message>
        <source>linear axis</source>
        <translation>lineare Achse</translation>
    </message>
    <message>
        <source>&amp;Observed data</source>
        <translation>&amp;Messwerte</translation>
    </message>
    <message>
        <source>Observed data</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Published concentrations under the same dose, over the curves (%1)</source>
        <translation>Veröffentlichte Konzentrationen bei gleicher Dosis über den Kurven (%1)</translation>
    </message>
    <message>
        <source>show observed data</source>
        <translation>Messwerte zeigen</translation>
    </message>
    <message>
        <source>hide observed data</source>
        <translation>Messwerte verbergen</translation>
    </message>
    <message>
        <source>&amp;Whole view</source>
        <translation>&amp;Ganze Ansicht</translation>
    </message>
    <message>
        <source>Show all of the curves again (%1; or double-click the plot)</source>
        <translation>Alle Kurven wieder ganz zeigen (%1; oder Doppelklick ins Diagramm)</translation>
    </message>
    <message>
        <source>Model disa&amp;greement</source>
        <translation>&amp;Uneinigkeit der Modelle</translation>
    </message>
    <message>
        <source>This dose by every model that may answer (%1)</source>
        <translation>Diese Dosis nach jedem Modell, das antworten darf (%1)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Effect &amp;bands</source>
        <translation>Wirk&amp;bereiche</translation>
    </message>
    <message>
        <source>&amp;Read the model files again</source>
        <translation>Modelldateien neu &amp;lesen</translation>
    </message>
    <message>
        <source>Uni&amp;t </source>
        <translation>Einhei&amp;t </translation>
    </message>
    <message>
        <source>Unit of concentrations</source>
        <translation>Einheit der Konzentrationen</translation>
    </message>
    <message>
        <source>Unit of concentrations, here and in what is exported</source>
        <translation>Einheit der Konzentrationen, hier und in allem, was ausgegeben wird</translation>
    </message>
    <message>
        <source>change unit</source>
        <translation>Einheit ändern</translation>
    </message>
    <message>
        <source>Effect bands</source>
        <translation>Wirkbereiche</translation>
    </message>
    <message>
        <source>&amp;Time counts from</source>
        <translation>&amp;Zeit zählt ab</translation>
    </message>
    <message>
        <source>the &amp;start of the scenario</source>
        <translation>&amp;Beginn des Szenarios</translation>
    </message>
    <message>
        <source>the &amp;first dose</source>
        <translation>&amp;erster Dosis</translation>
    </message>
    <message>
        <source>the &amp;end of the last input</source>
        <translation>&amp;Ende der letzten Zufuhr</translation>
    </message>
    <message>
        <source>zero of the time axis</source>
        <translation>Nullpunkt der Zeitachse</translation>
    </message>
    <message>
        <source>&amp;Standard bands</source>
        <translation>&amp;Übliche Bereiche</translation>
    </message>
    <message>
        <source>standard bands</source>
        <translation>übliche Bereiche</translation>
    </message>
    <message>
        <source>&amp;No bands</source>
        <translation>&amp;Keine Bereiche</translation>
    </message>
    <message>
        <source>no bands</source>
        <translation>keine Bereiche</translation>
    </message>
    <message>
        <source>&amp;Fuzzy edges</source>
        <translation>&amp;Weiche Ränder</translation>
    </message>
    <message>
        <source>fuzzy bands</source>
        <translation>weiche Bereiche</translation>
    </message>
    <message>
        <source>hard bands</source>
        <translation>harte Bereiche</translation>
    </message>
    <message>
        <source>choose bands</source>
        <translation>Bereiche wählen</translation>
    </message>
    <message>
        <source>About Ketascope</source>
        <translation>Über Ketascope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Ketascope %1&lt;/h3&gt;&lt;p&gt;Pharmacokinetics of ketamine: published models, from dose to curve.&lt;/p&gt;&lt;p&gt;&lt;b&gt;%2&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. It comes without any warranty.&lt;/p&gt;&lt;p&gt;Curve colours after Okabe and Ito; plotting by QCustomPlot; window by Qt %3.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Ketascope %1&lt;/h3&gt;&lt;p&gt;Pharmakokinetik von Ketamin: veröffentlichte Modelle, von der Dosis zur Kurve.&lt;/p&gt;&lt;p&gt;&lt;b&gt;%2&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später. Sie kommt ohne jede Gewähr.&lt;/p&gt;&lt;p&gt;Kurvenfarben nach Okabe und Ito; Diagramme von QCustomPlot; Fenster von Qt %3.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>Open e&amp;xample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Export &amp;figure (PNG, SVG, PDF)…</source>
        <translation>&amp;Abbildung ausgeben (PNG, SVG, PDF) …</translation>
    </message>
    <message>
        <source>Export &amp;curves (CSV)…</source>
        <translation>&amp;Kurven ausgeben (CSV) …</translation>
    </message>
    <message>
        <source>Export &amp;report (PDF, HTML)…</source>
        <translation>Be&amp;richt ausgeben (PDF, HTML) …</translation>
    </message>
    <message>
        <source>Document &amp;properties…</source>
        <translation>&amp;Eigenschaften des Dokuments …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Ketascope</source>
        <translation>Ketascope</translation>
    </message>
    <message>
        <source>See the details for the rest.</source>
        <translation>Der Rest steht in den Einzelheiten.</translation>
    </message>
    <message>
        <source>Open scenarios</source>
        <translation>Szenarien öffnen</translation>
    </message>
    <message>
        <source>%1 is open in another window. Open a copy of it?</source>
        <translation>%1 ist in einem anderen Fenster offen. Eine Kopie öffnen?</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>%1 lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>a document without a name</source>
        <translation>ein Dokument ohne Namen</translation>
    </message>
    <message>
        <source>Ketascope ended before %1 was saved.</source>
        <translation>Ketascope endete, bevor %1 gespeichert war.</translation>
    </message>
    <message>
        <source>The unsaved changes of %1 were kept. The saved file is as you left it.</source>
        <translation>Die ungespeicherten Änderungen von %1 sind erhalten. Die gespeicherte Datei ist, wie du sie verlassen hast.</translation>
    </message>
    <message>
        <source>&amp;Recover them</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>Ask &amp;later</source>
        <translation>&amp;Später fragen</translation>
    </message>
    <message>
        <source>The scenarios were not saved to %1. Save them under another name.</source>
        <translation>Die Szenarien wurden nicht in %1 gespeichert. Speichere sie unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Save scenarios</source>
        <translation>Szenarien speichern</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung ausgeben</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG-Bild (*.png);;SVG-Zeichnung (*.svg);;PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Resolution in dots per inch:</source>
        <translation>Auflösung in Punkten je Zoll:</translation>
    </message>
    <message>
        <source>The figure was not written to %1.</source>
        <translation>Die Abbildung wurde nicht in %1 geschrieben.</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>There is no curve to report on yet.</source>
        <translation>Es gibt noch keine Kurve, von der zu berichten wäre.</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht ausgeben</translation>
    </message>
    <message>
        <source>PDF document (*.pdf);;Web page (*.html)</source>
        <translation>PDF-Dokument (*.pdf);;Webseite (*.html)</translation>
    </message>
    <message>
        <source>The report was not written to %1.</source>
        <translation>Der Bericht wurde nicht in %1 geschrieben.</translation>
    </message>
    <message>
        <source>There is no curve to export yet.</source>
        <translation>Es gibt noch keine Kurve auszugeben.</translation>
    </message>
    <message>
        <source>Export curves</source>
        <translation>Kurven ausgeben</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>For teaching and research. Not for dosing decisions.</source>
        <translation>Für Lehre und Forschung. Nicht für Entscheidungen über Dosierungen.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Die Lektion hält das fest.</translation>
    </message>
    <message>
        <source>The dose chosen on the left by every model that may answer</source>
        <translation>Die links gewählte Dosis nach jedem Modell, das antworten darf</translation>
    </message>
    <message>
        <source>Where a model comes from: structure, parameters, sources, limits</source>
        <translation>Woher ein Modell kommt: Aufbau, Parameter, Quellen, Grenzen</translation>
    </message>
    <message>
        <source>move dose</source>
        <translation>Dosis verschieben</translation>
    </message>
    <message>
        <source>stretch dose</source>
        <translation>Dosis dehnen</translation>
    </message>
    <message>
        <source>copy dose</source>
        <translation>Dosis kopieren</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Other drugs, juice and herbs that are taken beside, and what they do</source>
        <translation>Andere Arzneimittel, Saft und Kräuter, die daneben genommen werden, und was sie bewirken</translation>
    </message>
    <message>
        <source>compare with and without</source>
        <translation>mit und ohne vergleichen</translation>
    </message>
    <message>
        <source>Variability</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>&amp;Variability</source>
        <translation>Streu&amp;ung</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Aus</translation>
    </message>
    <message>
        <source>%1 virtual patients</source>
        <translation>%1 virtuelle Patienten</translation>
    </message>
    <message>
        <source>variability</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>The ribbon lies between these percentiles</source>
        <translation>Das Band liegt zwischen diesen Perzentilen</translation>
    </message>
    <message>
        <source>Choose a number of patients first.</source>
        <translation>Wähle erst eine Zahl von Patienten.</translation>
    </message>
    <message>
        <source>%1 virtual patients, %2</source>
        <translation>%1 virtuelle Patienten, %2</translation>
    </message>
    <message>
        <source>How people differ: a ribbon between two percentiles of virtual patients</source>
        <translation>Wie Menschen sich unterscheiden: ein Band zwischen zwei Perzentilen virtueller Patienten</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>The lesson keeps its scenarios.</source>
        <translation>Die Lektion hält ihre Szenarien fest.</translation>
    </message>
    <message>
        <source>The models are still being read.</source>
        <translation>Die Modelle werden noch gelesen.</translation>
    </message>
    <message>
        <source>There is no scenario whose dose could be compared.</source>
        <translation>Es gibt kein Szenario, dessen Dosis sich vergleichen ließe.</translation>
    </message>
    <message>
        <source>The scenario has no dose yet.</source>
        <translation>Das Szenario hat noch keine Dosis.</translation>
    </message>
    <message>
        <source>The doses come from an event table.</source>
        <translation>Die Dosen kommen aus einer Ereignistabelle.</translation>
    </message>
    <message>
        <source>The computation was cancelled: what is shown is not what the document says. The next change computes anew, and so does F5.</source>
        <translation>Die Rechnung wurde abgebrochen: Was gezeigt wird, ist nicht, was das Dokument sagt. Die nächste Änderung rechnet neu, ebenso F5.</translation>
    </message>
    <message>
        <source>Copy &amp;figure</source>
        <translation>&amp;Abbildung kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>Unit of ti&amp;me</source>
        <translation>Zeite&amp;inheit</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minuten</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>&amp;Stunden</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Tage</translation>
    </message>
    <message>
        <source>unit of the time axis</source>
        <translation>Einheit der Zeitachse</translation>
    </message>
    <message>
        <source>Minutes, hours or days, by how long the scenarios last</source>
        <translation>Minuten, Stunden oder Tage, je nach Dauer der Szenarien</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Schreibe %1 …</translation>
    </message>
    <message>
        <source>Save table of patients</source>
        <translation>Patiententabelle speichern</translation>
    </message>
    <message>
        <source>%1 is still being written. Try again when it is done.</source>
        <translation>%1 wird noch geschrieben. Versuche es danach noch einmal.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Rechne …</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>Die Abbildung ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Die Tabelle ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Scenarios (*.ketascope *.toml);;All files (*)</source>
        <translation>Szenarien (*.ketascope *.toml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The files state different virtual patients; those of the first are kept.</source>
        <translation>Die Dateien geben verschiedene virtuelle Patienten an; die der ersten bleiben.</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Scenarios (*.ketascope *.toml)</source>
        <translation>Szenarien (*.ketascope *.toml)</translation>
    </message>
    <message>
        <source>%1 is still being written.</source>
        <translation>%1 wird noch geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Do without it</source>
        <translation>&amp;Darauf verzichten</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>The model, with what is in it at the time of the cursor</source>
        <translation>Das Modell mit seinem Inhalt zur Zeit des Cursors</translation>
    </message>
    <message>
        <source>&amp;Virtual patients…</source>
        <translation>&amp;Virtuelle Patienten …</translation>
    </message>
    <message>
        <source>Number, seed, occasions, residual error and the uncertainty of the estimates</source>
        <translation>Anzahl, Startzahl, Gelegenheiten, Residualfehler und die Unsicherheit der Schätzwerte</translation>
    </message>
    <message>
        <source>Percentiles of virtual patients: peak, exposure, time in each band</source>
        <translation>Perzentile virtueller Patienten: Spitze, Exposition, Zeit in jedem Bereich</translation>
    </message>
    <message>
        <source>Unsaved changes could not be kept for a recovery: %1</source>
        <translation>Ungespeicherte Änderungen konnten nicht für eine Wiederherstellung aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>The virtual patients were cancelled: the curves are those of the document, their ribbons are missing. F5 computes them.</source>
        <translation>Die virtuellen Patienten wurden abgebrochen: Die Kurven sind die des Dokuments, ihre Bänder fehlen. F5 berechnet sie.</translation>
    </message>
    <message>
        <source>Find the dose for a &amp;target…</source>
        <translation>Dosis für ein &amp;Ziel finden …</translation>
    </message>
    <message>
        <source>C&amp;urve styles…</source>
        <translation>Kurven&amp;stile …</translation>
    </message>
    <message>
        <source>Concentrations in</source>
        <translation>Konzentrationen in</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Time in</source>
        <translation>Zeit in</translation>
    </message>
    <message>
        <source>Time counts from</source>
        <translation>Zeit zählt ab</translation>
    </message>
    <message>
        <source>Nothing is known to be different since the document was saved.</source>
        <translation>Seit dem Speichern des Dokuments ist kein Unterschied bekannt.</translation>
    </message>
    <message>
        <source>The file was saved by Ketascope %1. Different since then: %2. See File &gt; Changes since saving.</source>
        <translation>Die Datei wurde von Ketascope %1 gespeichert. Seitdem anders: %2. Siehe Datei &gt; Änderungen seit dem Speichern.</translation>
    </message>
    <message>
        <source>parameters as they were saved</source>
        <translation>Parameter wie gespeichert</translation>
    </message>
    <message>
        <source>There are no virtual patients any more.</source>
        <translation>Es gibt keine virtuellen Patienten mehr.</translation>
    </message>
    <message>
        <source>Changes since sa&amp;ving…</source>
        <translation>Än&amp;derungen seit dem Speichern …</translation>
    </message>
    <message>
        <source>Another program has changed %1 since it was opened here.</source>
        <translation>Ein anderes Programm hat %1 geändert, seit es hier geöffnet wurde.</translation>
    </message>
    <message>
        <source>Saving replaces what is in it now. Reading it anew drops the unsaved changes of this window.</source>
        <translation>Speichern ersetzt, was jetzt darin steht. Neu einlesen verwirft die ungespeicherten Änderungen dieses Fensters.</translation>
    </message>
    <message>
        <source>Save &amp;anyway</source>
        <translation>&amp;Trotzdem speichern</translation>
    </message>
    <message>
        <source>Save a&amp;s…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Read it anew</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>The lesson keeps the dose as it is.</source>
        <translation>Die Lektion hält die Dosis fest.</translation>
    </message>
    <message>
        <source>There is no dose that could be changed.</source>
        <translation>Es gibt keine Dosis, die sich ändern ließe.</translation>
    </message>
    <message>
        <source>The model of the scenario is not in the library.</source>
        <translation>Das Modell des Szenarios ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>The amount, rate or interval with which a curve reaches what you ask for</source>
        <translation>Menge, Rate oder Abstand, womit eine Kurve erreicht, was du verlangst</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>Wechselwirkungen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>There is no table in sight that could be copied.</source>
        <translation>Es ist keine Tabelle zu sehen, die kopiert werden könnte.</translation>
    </message>
    <message>
        <source>A file still waits for the virtual patients.</source>
        <translation>Eine Datei wartet noch auf die virtuellen Patienten.</translation>
    </message>
    <message>
        <source>Maths</source>
        <translation>Mathematik</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Model disagreement</source>
        <translation>Uneinigkeit der Modelle</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>The scenarios have unsaved changes. Save them?</source>
        <translation>Die Szenarien haben ungespeicherte Änderungen. Sollen sie gespeichert werden?</translation>
    </message>
    <message>
        <source>What was changed until %1 was kept. No file has it yet.</source>
        <translation>Was bis %1 geändert wurde, ist erhalten. In keiner Datei steht es schon.</translation>
    </message>
    <message>
        <source>&amp;What is greyed, and why</source>
        <translation>&amp;Was ausgegraut ist und warum</translation>
    </message>
    <message>
        <source>Every control in sight that cannot be used now, with the reason</source>
        <translation>Jedes sichtbare Bedienelement, das jetzt nicht benutzt werden kann, mit dem Grund</translation>
    </message>
    <message>
        <source>All of the curves is in sight.</source>
        <translation>Die Kurven sind ganz zu sehen.</translation>
    </message>
    <message>
        <source>The question of the lesson is not answered yet.</source>
        <translation>Die Frage der Lektion ist noch nicht beantwortet.</translation>
    </message>
    <message>
        <source>Scenarios and f&amp;orms</source>
        <translation>Szenarien und F&amp;ormulare</translation>
    </message>
    <message>
        <source>What is on the left of the curves</source>
        <translation>Was links von den Kurven steht</translation>
    </message>
    <message>
        <source>Ta&amp;bles</source>
        <translation>Ta&amp;bellen</translation>
    </message>
    <message>
        <source>What is below the curves</source>
        <translation>Was unter den Kurven steht</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>The curves on the whole screen; F8 and F9 bring tables and forms</source>
        <translation>Die Kurven auf dem ganzen Bildschirm; F8 und F9 holen Tabellen und Formulare</translation>
    </message>
</context>
<context>
    <name>ketascope::MathsPanel</name>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Stretch of the curve</source>
        <translation>Abschnitt der Kurve</translation>
    </message>
    <message>
        <source>Between two events a curve is one formula; choose which</source>
        <translation>Zwischen zwei Ereignissen ist eine Kurve eine Formel; wähle, welche</translation>
    </message>
    <message>
        <source>The maths of this curve</source>
        <translation>Die Mathematik dieser Kurve</translation>
    </message>
    <message>
        <source>Half-time after infusions of different length</source>
        <translation>Halbzeit nach Infusionen verschiedener Länge</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>This scenario has no curve.</source>
        <translation>Dieses Szenario hat keine Kurve.</translation>
    </message>
    <message>
        <source>Exactly this curve, from %1 to %2</source>
        <translation>Genau diese Kurve, von %1 bis %2</translation>
    </message>
    <message>
        <source>C in %1, t in hours from the start of this stretch.</source>
        <translation>C in %1, t in Stunden ab Beginn dieses Abschnitts.</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Koeffizient</translation>
    </message>
    <message>
        <source>Rate constant, 1/h</source>
        <translation>Geschwindigkeitskonstante, 1/h</translation>
    </message>
    <message>
        <source>Half-life</source>
        <translation>Halbwertszeit</translation>
    </message>
    <message>
        <source>This stretch is no plain sum of exponentials: %1.</source>
        <translation>Dieser Abschnitt ist keine einfache Summe von Exponentialen: %1.</translation>
    </message>
    <message>
        <source>Exactly this curve</source>
        <translation>Genau diese Kurve</translation>
    </message>
    <message>
        <source>Half-lives</source>
        <translation>Halbwertszeiten</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Kumulation</translation>
    </message>
    <message>
        <source>Every %1 for ever, each interval has %2 times the exposure of the first.</source>
        <translation>Alle %1 ohne Ende: Jeder Abstand hat das %2-Fache der Exposition des ersten.</translation>
    </message>
    <message>
        <source>None to speak of: %1.</source>
        <translation>Keine nennenswerte: %1.</translation>
    </message>
    <message>
        <source>Context-sensitive half-time</source>
        <translation>Kontextsensitive Halbzeit</translation>
    </message>
    <message>
        <source>Not shown: %1.</source>
        <translation>Nicht gezeigt: %1.</translation>
    </message>
    <message>
        <source>length of a constant infusion [h]</source>
        <translation>Länge einer konstanten Infusion [h]</translation>
    </message>
    <message>
        <source>time to half [min]</source>
        <translation>Zeit bis zur Hälfte [min]</translation>
    </message>
    <message>
        <source>Infusions of the route %1. In a linear model their rate makes no difference.</source>
        <translation>Infusionen auf dem Weg %1. In einem linearen Modell spielt ihre Rate keine Rolle.</translation>
    </message>
    <message>
        <source>Infusions of the route %1 at this scenario’s own rate (%2): this model is not linear, so that another rate gives another curve.</source>
        <translation>Infusionen auf dem Weg %1 mit der Rate dieses Szenarios (%2): Dieses Modell ist nicht linear, sodass eine andere Rate eine andere Kurve ergibt.</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>The scenario has one curve only.</source>
        <translation>Das Szenario hat nur eine Kurve.</translation>
    </message>
</context>
<context>
    <name>ketascope::MeasureEdit</name>
    <message>
        <source>Unit of %1</source>
        <translation>Einheit von %1</translation>
    </message>
    <message>
        <source>Choosing another unit converts the number.</source>
        <translation>Eine andere Einheit rechnet die Zahl um.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Gib eine Zahl ein.</translation>
    </message>
    <message>
        <source>The number must be above zero.</source>
        <translation>Die Zahl muss größer als null sein.</translation>
    </message>
    <message>
        <source>This is no number. Write it like 0.5; the unit stands beside.</source>
        <translation>Das ist keine Zahl. Schreibe sie wie 0,5; die Einheit steht daneben.</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Wochen</translation>
    </message>
</context>
<context>
    <name>ketascope::MessageBar</name>
    <message>
        <source>Error:</source>
        <translation>Fehler:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Warnung:</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Hinweis:</translation>
    </message>
</context>
<context>
    <name>ketascope::MetricsTableModel</name>
    <message>
        <source>The band belongs to another drug form or matrix than this curve.</source>
        <translation>Der Bereich gehört zu einer anderen Form oder Matrix als diese Kurve.</translation>
    </message>
    <message>
        <source>The curve does not end in a straight line on the logarithmic axis; let it run for longer.</source>
        <translation>Die Kurve endet auf der logarithmischen Achse nicht in einer Geraden; lass sie länger laufen.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
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
        <translation>Name des Szenarios</translation>
    </message>
    <message>
        <source>What was computed</source>
        <translation>Was berechnet wurde</translation>
    </message>
    <message>
        <source>Highest concentration in the time shown</source>
        <translation>Höchste Konzentration in der gezeigten Zeit</translation>
    </message>
    <message>
        <source>Time of the highest concentration</source>
        <translation>Zeit der höchsten Konzentration</translation>
    </message>
    <message>
        <source>Area under the curve over the time shown</source>
        <translation>Fläche unter der Kurve über die gezeigte Zeit</translation>
    </message>
    <message>
        <source>Area under the curve with the tail extrapolated, where the tail allows it</source>
        <translation>Fläche unter der Kurve samt verlängertem Ausläufer, wo er das erlaubt</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Time in the band: %1</source>
        <translation>Zeit im Bereich: %1</translation>
    </message>
    <message>
        <source>Half-life (fitted)</source>
        <translation>Halbwertszeit (angepasst)</translation>
    </message>
    <message>
        <source>Half-life of a line fitted to the last third of the falling part that is shown; the tab Maths has those of the model</source>
        <translation>Halbwertszeit einer Geraden, an das letzte Drittel des gezeigten Abfalls angepasst; die des Modells stehen unter Mathematik</translation>
    </message>
</context>
<context>
    <name>ketascope::ModelCardPanel</name>
    <message>
        <source>Model whose card is shown</source>
        <translation>Modell, dessen Karte gezeigt wird</translation>
    </message>
    <message>
        <source>Diagram smaller</source>
        <translation>Diagramm kleiner</translation>
    </message>
    <message>
        <source>Diagram larger</source>
        <translation>Diagramm größer</translation>
    </message>
    <message>
        <source>Fit the diagram into its place</source>
        <translation>Das Diagramm in seinen Platz einpassen</translation>
    </message>
    <message>
        <source>Structure of the model, drawn</source>
        <translation>Aufbau des Modells, gezeichnet</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Card of</source>
        <translation>Karte von</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
</context>
<context>
    <name>ketascope::ModelCatalog</name>
    <message>
        <source>Grade: %1</source>
        <translation>Güte: %1</translation>
    </message>
    <message>
        <source>%1 does not describe this route. Models that do: %2.</source>
        <translation>%1 beschreibt diesen Weg nicht. Modelle, die es tun: %2.</translation>
    </message>
</context>
<context>
    <name>ketascope::OutputButton</name>
    <message>
        <source>Curves shown</source>
        <translation>Gezeigte Kurven</translation>
    </message>
    <message>
        <source>Which of the model&apos;s curves this scenario shows</source>
        <translation>Welche Kurven des Modells dieses Szenario zeigt</translation>
    </message>
    <message>
        <source>&amp;All concentrations</source>
        <translation>&amp;Alle Konzentrationen</translation>
    </message>
    <message>
        <source>all concentrations</source>
        <translation>alle Konzentrationen</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>The model has one curve only.</source>
        <translation>Das Modell hat nur eine Kurve.</translation>
    </message>
</context>
<context>
    <name>ketascope::ParameterPanel</name>
    <message>
        <source>Find a parameter</source>
        <translation>Parameter suchen</translation>
    </message>
    <message>
        <source>All &amp;published</source>
        <translation>Alle wie &amp;veröffentlicht</translation>
    </message>
    <message>
        <source>Set every parameter of this scenario back to its published value</source>
        <translation>Alle Parameter dieses Szenarios auf ihre veröffentlichten Werte zurücksetzen</translation>
    </message>
    <message>
        <source>published: %1</source>
        <translation>veröffentlicht: %1</translation>
    </message>
    <message>
        <source>Slider of %1</source>
        <translation>Regler von %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Reset %1 to its published value</source>
        <translation>%1 auf den veröffentlichten Wert zurücksetzen</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Kein Modell ist offen.</translation>
    </message>
    <message>
        <source>Parameters of %1. What differs from the publication is in bold.</source>
        <translation>Parameter von %1. Was von der Veröffentlichung abweicht, ist fett.</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>published parameters</source>
        <translation>veröffentlichte Parameter</translation>
    </message>
    <message>
        <source>Every parameter of this scenario has its published value.</source>
        <translation>Jeder Parameter dieses Szenarios hat seinen veröffentlichten Wert.</translation>
    </message>
    <message>
        <source>The parameter has its published value.</source>
        <translation>Der Parameter hat seinen veröffentlichten Wert.</translation>
    </message>
</context>
<context>
    <name>ketascope::PatientsDialog</name>
    <message>
        <source>&amp;Between people</source>
        <translation>Zwischen &amp;Personen</translation>
    </message>
    <message>
        <source>Between &amp;occasions</source>
        <translation>Zwischen &amp;Gelegenheiten</translation>
    </message>
    <message>
        <source>&amp;Residual error</source>
        <translation>&amp;Residualfehler</translation>
    </message>
    <message>
        <source>&amp;Uncertainty of the estimates</source>
        <translation>&amp;Unsicherheit der Schätzwerte</translation>
    </message>
    <message>
        <source>Virtual patients</source>
        <translation>Virtuelle Patienten</translation>
    </message>
    <message>
        <source>Number of patients</source>
        <translation>Anzahl der Patienten</translation>
    </message>
    <message>
        <source>Patients per scenario; more of them make smoother percentiles</source>
        <translation>Patienten je Szenario; mehr davon machen die Perzentile glatter</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startzahl</translation>
    </message>
    <message>
        <source>A whole number. The same seed gives the same patients</source>
        <translation>Eine ganze Zahl. Dieselbe Startzahl ergibt dieselben Patienten</translation>
    </message>
    <message>
        <source>Every patient draws what the model says of how people differ</source>
        <translation>Jeder Patient zieht, was das Modell über Unterschiede zwischen Menschen sagt</translation>
    </message>
    <message>
        <source>What varies within a person is drawn anew when an occasion begins</source>
        <translation>Was innerhalb einer Person streut, wird bei Beginn einer Gelegenheit neu gezogen</translation>
    </message>
    <message>
        <source>Further occasions begin at</source>
        <translation>Weitere Gelegenheiten beginnen bei</translation>
    </message>
    <message>
        <source>Adds to each value what an assay and a misfit of the model would add</source>
        <translation>Fügt jedem Wert hinzu, was Messfehler und Abweichung des Modells hinzufügen würden</translation>
    </message>
    <message>
        <source>Every patient draws the estimates, too, from their standard errors</source>
        <translation>Jeder Patient zieht auch die Schätzwerte aus ihren Standardfehlern</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>An&amp;zahl</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startzahl</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Occasions begin &amp;at</source>
        <translation>Gelegenheiten beginnen &amp;bei</translation>
    </message>
    <message>
        <source>Also drawn</source>
        <translation>Auch gezogen</translation>
    </message>
    <message>
        <source>covariates</source>
        <translation>Kovariaten</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Covariates and targets of patients are written into the file.</source>
        <translation>Kovariaten und Ziele von Patienten werden in die Datei geschrieben.</translation>
    </message>
    <message>
        <source>The file also states %1; they stay as they are.</source>
        <translation>Die Datei gibt auch %1 an; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>No model shown states variability between people.</source>
        <translation>Kein gezeigtes Modell gibt eine Streuung zwischen Personen an.</translation>
    </message>
    <message>
        <source>No model shown states variability between occasions.</source>
        <translation>Kein gezeigtes Modell gibt eine Streuung zwischen Gelegenheiten an.</translation>
    </message>
    <message>
        <source>No model shown states a residual error.</source>
        <translation>Kein gezeigtes Modell gibt einen Residualfehler an.</translation>
    </message>
    <message>
        <source>No model shown states standard errors of its estimates.</source>
        <translation>Kein gezeigtes Modell gibt Standardfehler seiner Schätzwerte an.</translation>
    </message>
    <message>
        <source>The seed is a whole number that is not negative.</source>
        <translation>Die Startzahl ist eine ganze Zahl, die nicht negativ ist.</translation>
    </message>
    <message>
        <source>virtual patients</source>
        <translation>virtuelle Patienten</translation>
    </message>
    <message>
        <source>for example 24 h; 48 h</source>
        <translation>zum Beispiel 24 h; 48 h</translation>
    </message>
    <message>
        <source>Times after the start, with their units, divided by semicolons; without any the whole course is one occasion</source>
        <translation>Zeiten nach dem Beginn, mit Einheit, durch Semikolons getrennt; ohne Angabe ist der ganze Verlauf eine Gelegenheit</translation>
    </message>
    <message>
        <source>Occasions begin at times after the start, like 24 h; 48 h.</source>
        <translation>Gelegenheiten beginnen zu Zeiten nach dem Beginn, wie 24 h; 48 h.</translation>
    </message>
</context>
<context>
    <name>ketascope::PatientsPanel</name>
    <message>
        <source>How virtual patients differ</source>
        <translation>Wie virtuelle Patienten sich unterscheiden</translation>
    </message>
    <message>
        <source>Who the patients are</source>
        <translation>Wer die Patienten sind</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy this table for a spreadsheet</source>
        <translation>Diese Tabelle für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Tabelle speichern …</translation>
    </message>
    <message>
        <source>Write this table as comma-separated values</source>
        <translation>Diese Tabelle als kommagetrennte Werte schreiben</translation>
    </message>
    <message>
        <source>Computing… %1 %</source>
        <translation>Rechne … %1 %</translation>
    </message>
    <message>
        <source>There is no table yet.</source>
        <translation>Es gibt noch keine Tabelle.</translation>
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
        <translation>Zeit in %1</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 patients</source>
        <translation>%1 Patienten</translation>
    </message>
    <message>
        <source>Patients who are in the band at all; of %1</source>
        <translation>Patienten, die überhaupt im Bereich sind; von %1</translation>
    </message>
    <message>
        <source>Patients who reach the target; of %1</source>
        <translation>Patienten, die das Ziel erreichen; von %1</translation>
    </message>
    <message>
        <source>%1 % of the patients have no more than this</source>
        <translation>%1 % der Patienten haben höchstens diesen Wert</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Erreicht von</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Name des Szenarios</translation>
    </message>
    <message>
        <source>What was computed</source>
        <translation>Was berechnet wurde</translation>
    </message>
    <message>
        <source>What is measured of every patient</source>
        <translation>Was an jedem Patienten gemessen wird</translation>
    </message>
    <message>
        <source>Part of the patients who are in the band at all, or reach the target</source>
        <translation>Anteil der Patienten, die überhaupt im Bereich sind oder das Ziel erreichen</translation>
    </message>
    <message>
        <source>Mean over all patients</source>
        <translation>Mittelwert über alle Patienten</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioDocument</name>
    <message>
        <source>recover unsaved changes</source>
        <translation>ungespeicherte Änderungen wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioListModel</name>
    <message>
        <source>show scenario</source>
        <translation>Szenario zeigen</translation>
    </message>
    <message>
        <source>hide scenario</source>
        <translation>Szenario verbergen</translation>
    </message>
    <message>
        <source>rename scenario</source>
        <translation>Szenario umbenennen</translation>
    </message>
    <message>
        <source>add scenario</source>
        <translation>Szenario hinzufügen</translation>
    </message>
    <message>
        <source>duplicate scenario</source>
        <translation>Szenario duplizieren</translation>
    </message>
    <message>
        <source>remove scenario</source>
        <translation>Szenario entfernen</translation>
    </message>
    <message>
        <source>What is shown stays until the lesson&apos;s question is answered.</source>
        <translation>Was gezeigt wird, bleibt so, bis die Frage der Lektion beantwortet ist.</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioPanel</name>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Tick to show a scenario; F2 renames it.</source>
        <translation>Ein Haken zeigt ein Szenario; F2 benennt es um.</translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation>&amp;Neues Szenario</translation>
    </message>
    <message>
        <source>Add a scenario to this document</source>
        <translation>Diesem Dokument ein Szenario hinzufügen</translation>
    </message>
    <message>
        <source>Copy the scenario chosen in the list</source>
        <translation>Das in der Liste gewählte Szenario kopieren</translation>
    </message>
    <message>
        <source>Remove the scenario chosen in the list (undo brings it back)</source>
        <translation>Das in der Liste gewählte Szenario entfernen (Rückgängig holt es zurück)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The lesson keeps its scenarios.</source>
        <translation>Die Lektion hält ihre Szenarien fest.</translation>
    </message>
    <message>
        <source>Choose a scenario in the list first.</source>
        <translation>Wähle erst ein Szenario in der Liste.</translation>
    </message>
</context>
<context>
    <name>ketascope::ScheduleModel</name>
    <message>
        <source>at once</source>
        <translation>auf einmal</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Die Lektion hält das fest.</translation>
    </message>
    <message>
        <source>This route takes its dose at once.</source>
        <translation>Auf diesem Weg wird die Dosis auf einmal gegeben.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>How the dose is given; only what the model describes can be chosen</source>
        <translation>Wie die Dosis gegeben wird; wählbar ist nur, was das Modell beschreibt</translation>
    </message>
    <message>
        <source>Amount of drug per dose</source>
        <translation>Wirkstoffmenge je Dosis</translation>
    </message>
    <message>
        <source>Total or per body weight; another unit converts the amount</source>
        <translation>Gesamt oder je Körpergewicht; eine andere Einheit rechnet die Menge um</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Zeit nach dem Beginn des Szenarios</translation>
    </message>
    <message>
        <source>A duration (40 min) or a rate (20 mg/h); empty for a single push</source>
        <translation>Eine Dauer (40 min) oder eine Rate (20 mg/h); leer für auf einmal</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Weitere Dosen nach der ersten</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Zeit zwischen wiederholten Dosen</translation>
    </message>
    <message>
        <source>%1 does not describe this route.</source>
        <translation>%1 beschreibt diesen Weg nicht.</translation>
    </message>
    <message>
        <source>An amount is a number that is not negative, like 0.5 or 0.5 mg/kg.</source>
        <translation>Eine Menge ist eine Zahl, die nicht negativ ist, wie 0,5 oder 0,5 mg/kg.</translation>
    </message>
    <message>
        <source>%1 is no unit of an amount.</source>
        <translation>%1 ist keine Einheit einer Menge.</translation>
    </message>
    <message>
        <source>A start is a time that is not negative, like 2 h.</source>
        <translation>Ein Beginn ist eine Zeit, die nicht negativ ist, wie 2 h.</translation>
    </message>
    <message>
        <source>Write a duration like 40 min, a rate like 20 mg/h, or nothing.</source>
        <translation>Schreibe eine Dauer wie 40 min, eine Rate wie 20 mg/h, oder nichts.</translation>
    </message>
    <message>
        <source>Repeats are a whole number from 0 to %1.</source>
        <translation>Wiederholungen sind eine ganze Zahl von 0 bis %1.</translation>
    </message>
    <message>
        <source>Write the time between doses like 8 h.</source>
        <translation>Schreibe die Zeit zwischen den Dosen wie 8 h.</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>Dosis hinzufügen</translation>
    </message>
    <message>
        <source>copy dose</source>
        <translation>Dosis kopieren</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>Dosis entfernen</translation>
    </message>
    <message>
        <source>The lesson keeps the schedule as it is.</source>
        <translation>Die Lektion hält den Plan fest.</translation>
    </message>
    <message>
        <source>The doses come from an event table; change them there.</source>
        <translation>Die Dosen kommen aus einer Ereignistabelle; ändere sie dort.</translation>
    </message>
    <message>
        <source>There is no scenario with a known model to give a dose to.</source>
        <translation>Es gibt kein Szenario mit bekanntem Modell, dem eine Dosis gegeben werden könnte.</translation>
    </message>
    <message>
        <source>once, at steady state</source>
        <translation>einmal, im Steady State</translation>
    </message>
    <message>
        <source>%1, at steady state</source>
        <translation>%1, im Steady State</translation>
    </message>
    <message>
        <source>%1 (set by hand)</source>
        <translation>%1 (von Hand gesetzt)</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Verzug</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Time before the dose enters; empty for the model&apos;s own</source>
        <translation>Zeit, bevor die Dosis eintritt; leer für den Wert des Modells</translation>
    </message>
    <message>
        <source>Part of the dose that enters, like 0.5 or 50 %; empty for the model&apos;s own</source>
        <translation>Anteil der Dosis, der eintritt, wie 0,5 oder 50 %; leer für den Wert des Modells</translation>
    </message>
    <message>
        <source>A lag is a time that is not negative, like 10 min, or nothing.</source>
        <translation>Ein Verzug ist eine Zeit, die nicht negativ ist, wie 10 min, oder nichts.</translation>
    </message>
    <message>
        <source>F is a part from 0 to 1, like 0.5 or 50 %, or nothing.</source>
        <translation>F ist ein Anteil von 0 bis 1, wie 0,5 oder 50 %, oder nichts.</translation>
    </message>
    <message>
        <source>then infuse</source>
        <translation>danach infundieren</translation>
    </message>
</context>
<context>
    <name>ketascope::SchedulePanel</name>
    <message>
        <source>Schedule of doses</source>
        <translation>Dosierungsplan</translation>
    </message>
    <message>
        <source>Add a dose to the schedule</source>
        <translation>Dem Plan eine Dosis hinzufügen</translation>
    </message>
    <message>
        <source>Copy the dose chosen in the table</source>
        <translation>Die in der Tabelle gewählte Dosis kopieren</translation>
    </message>
    <message>
        <source>Remove the dose chosen in the table</source>
        <translation>Die in der Tabelle gewählte Dosis entfernen</translation>
    </message>
    <message>
        <source>Delete dose</source>
        <translation>Dosis entfernen</translation>
    </message>
    <message>
        <source>Choose a dose in the table first.</source>
        <translation>Wähle erst eine Dosis in der Tabelle.</translation>
    </message>
    <message>
        <source>into %1 (free dosing)</source>
        <translation>in %1 (freie Dosierung)</translation>
    </message>
    <message>
        <source>Lag and F</source>
        <translation>Verzug und F</translation>
    </message>
    <message>
        <source>Show lag time and bioavailability of each dose</source>
        <translation>Verzug und Bioverfügbarkeit jeder Dosis zeigen</translation>
    </message>
    <message>
        <source>A dose has its own lag or F, which stays in sight.</source>
        <translation>Eine Dosis hat einen eigenen Verzug oder ein eigenes F; das bleibt sichtbar.</translation>
    </message>
    <message>
        <source>Add dose</source>
        <translation>Neue Dosis</translation>
    </message>
    <message>
        <source>Copy dose</source>
        <translation>Dosis kopieren</translation>
    </message>
    <message>
        <source>This is the only dose: change it, or remove the scenario.</source>
        <translation>Das ist die einzige Dosis: Ändere sie oder entferne das Szenario.</translation>
    </message>
    <message>
        <source>Then infuse</source>
        <translation>+ Infusion</translation>
    </message>
    <message>
        <source>A loading dose and its infusion: adds an infusion of the same amount over an hour that begins where the dose chosen ends</source>
        <translation>Aufsättigungsdosis und Infusion: fügt eine Infusion derselben Menge über eine Stunde hinzu, die dort beginnt, wo die gewählte Dosis endet</translation>
    </message>
</context>
<context>
    <name>ketascope::StyleDialog</name>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>zinnoberrot</translation>
    </message>
    <message>
        <source>bluish green</source>
        <translation>blaugrün</translation>
    </message>
    <message>
        <source>reddish purple</source>
        <translation>rotviolett</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>himmelblau</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>durchgezogen</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>gestrichelt</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>gepunktet</translation>
    </message>
    <message>
        <source>dash-dot</source>
        <translation>Strich-Punkt</translation>
    </message>
    <message>
        <source>dash-dot-dot</source>
        <translation>Strich-Punkt-Punkt</translation>
    </message>
    <message>
        <source>long dashes</source>
        <translation>lange Striche</translation>
    </message>
    <message>
        <source>Curve styles</source>
        <translation>Kurvenstile</translation>
    </message>
    <message>
        <source>Style of each curve</source>
        <translation>Stil jeder Kurve</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Text in the legend</source>
        <translation>Text in der Legende</translation>
    </message>
    <message>
        <source>As usual, a scenario has a colour of a palette that colour-blind readers tell apart, and a metabolite a line pattern of its own. Styles are part of the document and of everything that is exported.</source>
        <translation>Üblich ist: Ein Szenario hat eine Farbe aus einer Palette, die auch Farbenblinde unterscheiden, und ein Metabolit ein eigenes Linienmuster. Stile gehören zum Dokument und zu allem, was ausgegeben wird.</translation>
    </message>
    <message>
        <source>All as &amp;usual</source>
        <translation>Alle wie ü&amp;blich</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>another one…</source>
        <translation>eine andere …</translation>
    </message>
    <message>
        <source>All curves of a scenario share its colour</source>
        <translation>Alle Kurven eines Szenarios haben seine Farbe</translation>
    </message>
    <message>
        <source>Colour of the scenario</source>
        <translation>Farbe des Szenarios</translation>
    </message>
    <message>
        <source>curve styles</source>
        <translation>Kurvenstile</translation>
    </message>
    <message>
        <source>In a dark window dark colours are drawn lighter; the document keeps what you chose.</source>
        <translation>In einem dunklen Fenster werden dunkle Farben heller gezeichnet; das Dokument behält die gewählte Farbe.</translation>
    </message>
</context>
<context>
    <name>ketascope::TargetDialog</name>
    <message>
        <source>Find the dose for a target</source>
        <translation>Dosis für ein Ziel finden</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>What is to reach the target</source>
        <translation>Was das Ziel erreichen soll</translation>
    </message>
    <message>
        <source>highest value (Cmax)</source>
        <translation>höchster Wert (Cmax)</translation>
    </message>
    <message>
        <source>lowest value (trough)</source>
        <translation>tiefster Wert (Talwert)</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>time within a range</source>
        <translation>Zeit in einem Bereich</translation>
    </message>
    <message>
        <source>value at a time</source>
        <translation>Wert zu einer Zeit</translation>
    </message>
    <message>
        <source>of &amp;curve</source>
        <translation>der &amp;Kurve</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>range from</source>
        <translation>Bereich von</translation>
    </message>
    <message>
        <source>Lower limit; empty for none</source>
        <translation>Untere Grenze; leer für keine</translation>
    </message>
    <message>
        <source>range to</source>
        <translation>Bereich bis</translation>
    </message>
    <message>
        <source>Upper limit; empty for none</source>
        <translation>Obere Grenze; leer für keine</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>is to &amp;be</source>
        <translation>so&amp;ll sein</translation>
    </message>
    <message>
        <source>The target</source>
        <translation>Das Ziel</translation>
    </message>
    <message>
        <source>w&amp;hen</source>
        <translation>w&amp;ann</translation>
    </message>
    <message>
        <source>When it is looked for</source>
        <translation>Wann danach gesucht wird</translation>
    </message>
    <message>
        <source>between two times</source>
        <translation>zwischen zwei Zeiten</translation>
    </message>
    <message>
        <source>in the last interval of the dose</source>
        <translation>im letzten Abstand der Dosis</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>v&amp;on</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Zeit nach dem Beginn des Szenarios</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>by &amp;dose</source>
        <translation>durch &amp;Dosis</translation>
    </message>
    <message>
        <source>Dose that changes</source>
        <translation>Dosis, die sich ändert</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>changing &amp;its</source>
        <translation>&amp;geändert wird</translation>
    </message>
    <message>
        <source>What of the dose changes</source>
        <translation>Was sich an der Dosis ändert</translation>
    </message>
    <message>
        <source>between</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>Smallest value that is tried</source>
        <translation>Kleinster Wert, der versucht wird</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Largest value that is tried</source>
        <translation>Größter Wert, der versucht wird</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Looking for the dose</source>
        <translation>Suche nach der Dosis</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>&amp;Finden</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>Übe&amp;rnehmen</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>rate, for as long as before</source>
        <translation>Rate, so lange wie bisher</translation>
    </message>
    <message>
        <source>Only a dose that is given at a rate has one.</source>
        <translation>Nur eine Dosis, die mit einer Rate gegeben wird, hat eine.</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>The dose is given once.</source>
        <translation>Die Dosis wird einmal gegeben.</translation>
    </message>
    <message>
        <source>&amp;at</source>
        <translation>b&amp;ei</translation>
    </message>
    <message>
        <source>Say first what the target is.</source>
        <translation>Sag erst, was das Ziel ist.</translation>
    </message>
    <message>
        <source>Puts the value found into the schedule; undo takes it back.</source>
        <translation>Setzt den gefundenen Wert in den Plan ein; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>With %1 = %2: %3 %4.</source>
        <translation>Mit %1 = %2: %3 %4.</translation>
    </message>
    <message>
        <source>That is %1 for %2.</source>
        <translation>Das sind %1 über %2.</translation>
    </message>
    <message>
        <source>Larger values between the bounds reach it as well.</source>
        <translation>Größere Werte zwischen den Grenzen erreichen es auch.</translation>
    </message>
    <message>
        <source>dose for a target</source>
        <translation>Dosis für ein Ziel</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>Die Lektion hält das fest.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Pharmacokinetics of ketamine in a window.</source>
        <translation>Pharmakokinetik von Ketamin in einem Fenster.</translation>
    </message>
    <message>
        <source>Scenario files to open.</source>
        <translation>Zu öffnende Szenariodateien.</translation>
    </message>
</context>
</TS>
