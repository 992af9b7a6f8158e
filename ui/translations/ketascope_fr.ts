<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>QMenu</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>▲ 1 band higher</source>
        <translation>▲ 1 zone plus haut</translation>
    </message>
    <message>
        <source>▲ %1 bands higher</source>
        <translation>▲ %1 zones plus haut</translation>
    </message>
    <message>
        <source>▼ 1 band lower</source>
        <translation>▼ 1 zone plus bas</translation>
    </message>
    <message>
        <source>▼ %1 bands lower</source>
        <translation>▼ %1 zones plus bas</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>For teaching and research. Not for dosing decisions.</source>
        <translation>Pour l’enseignement et la recherche. Pas pour décider d’une dose.</translation>
    </message>
    <message>
        <source>time [{0}]</source>
        <translation>temps [{0}]</translation>
    </message>
    <message>
        <source>time after the first dose [{0}]</source>
        <translation>temps après la première dose [{0}]</translation>
    </message>
    <message>
        <source>time after the end of the input [{0}]</source>
        <translation>temps après la fin de l’administration [{0}]</translation>
    </message>
    <message>
        <source>concentration</source>
        <translation>concentration</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>effect site</source>
        <translation>site d’action</translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} : {1}</translation>
    </message>
    <message>
        <source>Incomplete: {0}</source>
        <translation>Incomplet : {0}</translation>
    </message>
    <message>
        <source>{0} {1}-form</source>
        <translation>{0} forme {1}</translation>
    </message>
    <message>
        <source>{0} over {1}</source>
        <translation>{0} en {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} à {1}</translation>
    </message>
    <message>
        <source>{0}, {1} times every {2}</source>
        <translation>{0}, {1} fois toutes les {2}</translation>
    </message>
    <message>
        <source>{0}, at steady state every {1}</source>
        <translation>{0}, à l’équilibre toutes les {1}</translation>
    </message>
    <message>
        <source>{0} Solid: arterial. Dashed: venous. Dotted: sampling site unknown. Shaded: lowest to highest of {1} models.</source>
        <translation>{0} Trait plein : artériel. Tirets : veineux. Pointillés : site de prélèvement inconnu. Ombré : du plus bas au plus haut de {1} modèles.</translation>
    </message>
    <message>
        <source>Peak and exposure</source>
        <translation>Pic et exposition</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Grandeur</translation>
    </message>
    <message>
        <source>{0} (baseline)</source>
        <translation>{0} (référence)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>AUC ratio {0}</source>
        <translation>Rapport des AUC {0}</translation>
    </message>
    <message>
        <source>time in {0}</source>
        <translation>temps dans {0}</translation>
    </message>
    <message>
        <source>peak effect: {0}</source>
        <translation>effet maximal : {0}</translation>
    </message>
    <message>
        <source>Scenario {0}: {1}</source>
        <translation>Scénario {0} : {1}</translation>
    </message>
    <message>
        <source>Doses: event table {0}</source>
        <translation>Doses : table d’événements {0}</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>à {0}</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>en une fois</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>une seule fois</translation>
    </message>
    <message>
        <source>{0} more, every {1}</source>
        <translation>{0} de plus, toutes les {1}</translation>
    </message>
    <message>
        <source>{0}, from steady state</source>
        <translation>{0}, depuis l’équilibre</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Voie</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétitions</translation>
    </message>
    <message>
        <source>Model {0}; subject: {1}; until {2}; seed {3}; {4}</source>
        <translation>Modèle {0} ; sujet : {1} ; jusqu’à {2} ; graine {3} ; {4}</translation>
    </message>
    <message>
        <source>as the model&apos;s standard</source>
        <translation>standard du modèle</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>affiché</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>Taken beside: {0}</source>
        <translation>Pris en même temps : {0}</translation>
    </message>
    <message>
        <source>Not as published: {0}</source>
        <translation>Différent de la publication : {0}</translation>
    </message>
    <message>
        <source>Model card: {0}</source>
        <translation>Fiche du modèle : {0}</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Schedules and subjects</source>
        <translation>Schémas et sujets</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>{0} (amount per time)</source>
        <translation>{0} (quantité par temps)</translation>
    </message>
    <message>
        <source>SD {0} on the logit scale</source>
        <translation>ET {0} sur l’échelle logit</translation>
    </message>
    <message>
        <source>{0} between subjects</source>
        <translation>{0} entre sujets</translation>
    </message>
    <message>
        <source>{0} between occasions</source>
        <translation>{0} entre occasions</translation>
    </message>
    <message>
        <source>any</source>
        <translation>quelconque</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} à {1}</translation>
    </message>
    <message>
        <source>proportional {0}</source>
        <translation>proportionnelle {0}</translation>
    </message>
    <message>
        <source>on the log scale {0}</source>
        <translation>sur l’échelle log {0}</translation>
    </message>
    <message>
        <source>additive {0}</source>
        <translation>additive {0}</translation>
    </message>
    <message>
        <source>The kinetics are not linear: there is no fixed half-life.</source>
        <translation>La cinétique n’est pas linéaire : il n’y a pas de demi-vie fixe.</translation>
    </message>
    <message>
        <source>phase {0}</source>
        <translation>phase {0}</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>id</source>
        <translation>identifiant</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>résumé</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>why this grade</source>
        <translation>raison du niveau</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>auteurs</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>revue</translation>
    </message>
    <message>
        <source>year</source>
        <translation>année</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>no DOI because</source>
        <translation>pas de DOI car</translation>
    </message>
    <message>
        <source>Population and assay</source>
        <translation>Population et dosage</translation>
    </message>
    <message>
        <source>population</source>
        <translation>population</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>age</source>
        <translation>âge</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>poids</translation>
    </message>
    <message>
        <source>drug form</source>
        <translation>forme du médicament</translation>
    </message>
    <message>
        <source>doses count</source>
        <translation>les doses comptent</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>matrice</translation>
    </message>
    <message>
        <source>sampling site</source>
        <translation>site de prélèvement</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>Conflicts between sources</source>
        <translation>Contradictions entre sources</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Voies d’administration</translation>
    </message>
    <message>
        <source>route</source>
        <translation>voie</translation>
    </message>
    <message>
        <source>enters</source>
        <translation>entre dans</translation>
    </message>
    <message>
        <source>infusion</source>
        <translation>perfusion</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>note</source>
        <translation>remarque</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Compartments</source>
        <translation>Compartiments</translation>
    </message>
    <message>
        <source>compartment</source>
        <translation>compartiment</translation>
    </message>
    <message>
        <source>analyte</source>
        <translation>analyte</translation>
    </message>
    <message>
        <source>equations</source>
        <translation>équations</translation>
    </message>
    <message>
        <source>description</source>
        <translation>description</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>vers</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>vitesse</translation>
    </message>
    <message>
        <source>what</source>
        <translation>quoi</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>extérieur</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>paramètre</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unité</translation>
    </message>
    <message>
        <source>RSE</source>
        <translation>RSE</translation>
    </message>
    <message>
        <source>variability</source>
        <translation>variabilité</translation>
    </message>
    <message>
        <source>Derived quantities</source>
        <translation>Grandeurs dérivées</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>expression</translation>
    </message>
    <message>
        <source>Covariates</source>
        <translation>Covariables</translation>
    </message>
    <message>
        <source>covariate</source>
        <translation>covariable</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>standard</translation>
    </message>
    <message>
        <source>valid range</source>
        <translation>domaine de validité</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Sorties</translation>
    </message>
    <message>
        <source>output</source>
        <translation>sortie</translation>
    </message>
    <message>
        <source>site</source>
        <translation>site</translation>
    </message>
    <message>
        <source>Analytes</source>
        <translation>Analytes</translation>
    </message>
    <message>
        <source>enantiomer</source>
        <translation>énantiomère</translation>
    </message>
    <message>
        <source>molar mass</source>
        <translation>masse molaire</translation>
    </message>
    <message>
        <source>Variability between and within subjects</source>
        <translation>Variabilité entre les sujets et chez un même sujet</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>effet</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sur</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>distribution</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>variance</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>lognormale</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normale</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>sujet</translation>
    </message>
    <message>
        <source>occasion</source>
        <translation>occasion</translation>
    </message>
    <message>
        <source>Residual error</source>
        <translation>Erreur résiduelle</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>Half-lives of the whole system</source>
        <translation>Demi-vies du système entier</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Vérifications</translation>
    </message>
    <message>
        <source>check</source>
        <translation>vérification</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>type</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>attendu</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>tolérance</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>preuve</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publié</translation>
    </message>
    <message>
        <source>composite</source>
        <translation>composite</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>non vérifié</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>user</source>
        <translation>utilisateur</translation>
    </message>
    <message>
        <source>racemate</source>
        <translation>racémate</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>hydrochloride</source>
        <translation>chlorhydrate</translation>
    </message>
    <message>
        <source>plasma</source>
        <translation>plasma</translation>
    </message>
    <message>
        <source>urine</source>
        <translation>urine</translation>
    </message>
    <message>
        <source>arterial</source>
        <translation>artériel</translation>
    </message>
    <message>
        <source>venous</source>
        <translation>veineux</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>dérivé</translation>
    </message>
    <message>
        <source>Solid arrows: drug moves, with the rate; an arrow that ends in the open: elimination. Dashed: where the dose of a route enters. Dotted: what an output or another state is computed from. Colours: analytes.</source>
        <translation>Flèches pleines : le médicament se déplace, avec la vitesse ; une flèche qui finit dans le vide : élimination. Tirets : où entre la dose d’une voie. Pointillés : ce dont une sortie ou un autre état est calculé. Couleurs : analytes.</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>quantité</translation>
    </message>
    <message>
        <source>start</source>
        <translation>début</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>durée</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>intervalle</translation>
    </message>
    <message>
        <source>until</source>
        <translation>jusqu’à</translation>
    </message>
    <message>
        <source>dose {0}</source>
        <translation>dose {0}</translation>
    </message>
    <message>
        <source>parameter {0}</source>
        <translation>paramètre {0}</translation>
    </message>
    <message>
        <source>scenario &apos;{0}&apos;: {1}</source>
        <translation>scénario « {0} » : {1}</translation>
    </message>
    <message>
        <source>{0} &apos;{1}&apos;: {2}</source>
        <translation>{0} « {1} » : {2}</translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>doit être un nombre fini</translation>
    </message>
    <message>
        <source>model {0} has no parameter &apos;{1}&apos;</source>
        <translation>le modèle {0} n’a pas de paramètre « {1} »</translation>
    </message>
    <message>
        <source>model {0} has no covariate &apos;{1}&apos;</source>
        <translation>le modèle {0} n’a pas de covariable « {1} »</translation>
    </message>
    <message>
        <source>it has {0}</source>
        <translation>il a {0}</translation>
    </message>
    <message>
        <source>it knows {0}</source>
        <translation>il connaît {0}</translation>
    </message>
    <message>
        <source>did you mean &apos;{0}&apos;?</source>
        <translation>vouliez-vous dire « {0} » ?</translation>
    </message>
    <message>
        <source>{0} = {1}: a weight must be positive</source>
        <translation>{0} = {1} : un poids doit être positif</translation>
    </message>
    <message>
        <source>{0} = {1} is outside the range that {2} was built on ({3} to {4} {5})</source>
        <translation>{0} = {1} est hors du domaine sur lequel {2} a été établi ({3} à {4} {5})</translation>
    </message>
    <message>
        <source>the curve is an extrapolation</source>
        <translation>la courbe est une extrapolation</translation>
    </message>
    <message>
        <source>until = {0}: must be after the start</source>
        <translation>jusqu’à = {0} : doit être après le début</translation>
    </message>
    <message>
        <source>{0}: model {1} has no route &apos;{2}&apos;</source>
        <translation>{0} : le modèle {1} n’a pas de voie « {2} »</translation>
    </message>
    <message>
        <source>{0}, {1} = {2}: must not be negative</source>
        <translation>{0}, {1} = {2} : ne doit pas être négatif</translation>
    </message>
    <message>
        <source>{0}: an infusion needs a duration above 0</source>
        <translation>{0} : une perfusion exige une durée supérieure à 0</translation>
    </message>
    <message>
        <source>leave the duration out for a dose given at once</source>
        <translation>pour une dose donnée en une fois, omettre la durée</translation>
    </message>
    <message>
        <source>{0}: give a duration or a rate, not both</source>
        <translation>{0} : donner une durée ou une vitesse, pas les deux</translation>
    </message>
    <message>
        <source>{0}: route &apos;{1}&apos; of model {2} is given at once, not over a time</source>
        <translation>{0} : la voie « {1} » du modèle {2} se donne en une fois, pas sur une durée</translation>
    </message>
    <message>
        <source>leave duration and rate out</source>
        <translation>omettre durée et vitesse</translation>
    </message>
    <message>
        <source>leave duration and rate out, or use {0}</source>
        <translation>omettre durée et vitesse, ou utiliser {0}</translation>
    </message>
    <message>
        <source>{0}: the number of repeats must not be negative</source>
        <translation>{0} : le nombre de répétitions ne doit pas être négatif</translation>
    </message>
    <message>
        <source>{0}: repeated doses need an interval above 0</source>
        <translation>{0} : des doses répétées exigent un intervalle supérieur à 0</translation>
    </message>
    <message>
        <source>{0} starts at {1}, after the end of the simulation, and is not given</source>
        <translation>{0} commence à {1}, après la fin de la simulation, et n’est pas donnée</translation>
    </message>
    <message>
        <source>simulate for longer</source>
        <translation>simuler plus longtemps</translation>
    </message>
    <message>
        <source>an infusion needs a rate above 0</source>
        <translation>une perfusion exige une vitesse supérieure à 0</translation>
    </message>
    <message>
        <source>leave the rate out for a dose given at once</source>
        <translation>pour une dose donnée en une fois, omettre la vitesse</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no dose basis</source>
        <translation>« {0} » n’est pas une base de dose</translation>
    </message>
    <message>
        <source>use base or hydrochloride</source>
        <translation>utiliser base ou hydrochloride</translation>
    </message>
    <message>
        <source>half of a racemic dose is {0}-ketamine; {1} shows that half only</source>
        <translation>la moitié d’une dose racémique est de la {0}-kétamine ; {1} ne montre que cette moitié</translation>
    </message>
    <message>
        <source>model {0} is for {1}, not for {2}</source>
        <translation>le modèle {0} est fait pour {1}, pas pour {2}</translation>
    </message>
    <message>
        <source>choose a model of that form</source>
        <translation>choisir un modèle de cette forme</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no drug form</source>
        <translation>« {0} » n’est pas une forme du médicament</translation>
    </message>
    <message>
        <source>use racemate, S or R</source>
        <translation>utiliser racemate, S ou R</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; does not know the covariate &apos;{1}&apos;</source>
        <translation>le modèle « {0} » ne connaît pas la covariable « {1} »</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; does not know the parameter &apos;{1}&apos;</source>
        <translation>le modèle « {0} » ne connaît pas le paramètre « {1} »</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; has no output &apos;{1}&apos;</source>
        <translation>le modèle « {0} » n’a pas de sortie « {1} »</translation>
    </message>
    <message>
        <source>{0} = &apos;{1}&apos;: the model has no such category</source>
        <translation>{0} = « {1} » : le modèle n’a pas cette catégorie</translation>
    </message>
    <message>
        <source>known: {0}</source>
        <translation>connus : {0}</translation>
    </message>
    <message>
        <source>an event table gives its own doses and takes no interaction</source>
        <translation>une table d’événements donne ses propres doses et n’accepte pas d’interaction</translation>
    </message>
    <message>
        <source>{0} acts on {1}, which model {2} does not have: left out</source>
        <translation>{0} agit sur {1}, que le modèle {2} n’a pas : omis</translation>
    </message>
    <message>
        <source>{0} changes nothing in model {1}</source>
        <translation>{0} ne change rien dans le modèle {1}</translation>
    </message>
    <message>
        <source>a model with enzymes is needed, for example ketascope-reference</source>
        <translation>il faut un modèle avec des enzymes, par exemple ketascope-reference</translation>
    </message>
    <message>
        <source>its enzymes are {0}</source>
        <translation>ses enzymes sont {0}</translation>
    </message>
    <message>
        <source>{0} has no regimen &apos;{1}&apos;</source>
        <translation>{0} n’a pas de schéma « {1} »</translation>
    </message>
    <message>
        <source>effect &apos;{0}&apos; is there twice</source>
        <translation>l’effet « {0} » est présent deux fois</translation>
    </message>
    <message>
        <source>effect {0}: half of the concentration of &apos;{1}&apos; stands for {2}. {3}</source>
        <translation>effet {0} : la moitié de la concentration de « {1} » représente {2}. {3}</translation>
    </message>
    <message>
        <source>effect {0} follows {1}, but model {2} gives &apos;{3}&apos; of both enantiomers together</source>
        <translation>l’effet {0} suit {1}, mais le modèle {2} donne « {3} » des deux énantiomères ensemble</translation>
    </message>
    <message>
        <source>use a model that gives the enantiomer</source>
        <translation>utiliser un modèle qui donne l’énantiomère</translation>
    </message>
    <message>
        <source>effect {0} follows {1}, which model {2} does not give</source>
        <translation>l’effet {0} suit {1}, que le modèle {2} ne donne pas</translation>
    </message>
    <message>
        <source>the model gives {0}</source>
        <translation>le modèle donne {0}</translation>
    </message>
    <message>
        <source>no concentration</source>
        <translation>aucune concentration</translation>
    </message>
    <message>
        <source>effect {0} follows {1} {2}, model {3} gives {4} {5}</source>
        <translation>l’effet {0} suit {1} {2}, le modèle {3} donne {4} {5}</translation>
    </message>
    <message>
        <source>effect {0} follows the concentration of {1} without a delay: {2}</source>
        <translation>l’effet {0} suit la concentration de {1} sans délai : {2}</translation>
    </message>
    <message>
        <source>effect {0}: estimated with {1}, used with {2}</source>
        <translation>effet {0} : estimé avec {1}, utilisé avec {2}</translation>
    </message>
    <message>
        <source>effect {0}: {1}</source>
        <translation>effet {0} : {1}</translation>
    </message>
    <message>
        <source>{0} at the effect site ({1})</source>
        <translation>{0} au site d’action ({1})</translation>
    </message>
    <message>
        <source>{0} activity</source>
        <translation>activité de {0}</translation>
    </message>
    <message>
        <source>{0}, ID {1}: {2} at {3} h; what is shown ends there</source>
        <translation>{0}, ID {1} : {2} à {3} h ; ce qui est montré s’arrête là</translation>
    </message>
    <message>
        <source>step_limit</source>
        <translation>limite de pas atteinte</translation>
    </message>
    <message>
        <source>non_finite</source>
        <translation>valeurs non finies</translation>
    </message>
    <message>
        <source>no_steady_state</source>
        <translation>pas d’équilibre trouvé</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>{0} mg {1} = {2} mg {3}, which {4} counts</source>
        <translation>{0} mg {1} = {2} mg {3}, que {4} compte</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}.</source>
        <translation>Patients virtuels d’après la variabilité publiée, graine {0}.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates.</source>
        <translation>Patients virtuels d’après la variabilité publiée, graine {0}, avec l’incertitude des estimations.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with residual error.</source>
        <translation>Patients virtuels d’après la variabilité publiée, graine {0}, avec erreur résiduelle.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates, with residual error.</source>
        <translation>Patients virtuels d’après la variabilité publiée, graine {0}, avec l’incertitude des estimations et l’erreur résiduelle.</translation>
    </message>
    <message>
        <source>Observed: {0}.</source>
        <translation>Observé : {0}.</translation>
    </message>
    <message>
        <source>observed: {0}</source>
        <translation>observé : {0}</translation>
    </message>
    <message>
        <source>Open marks: sampled at another site (arterial, venous, not stated) than the curve.</source>
        <translation>Symboles vides : prélevés à un autre site (artériel, veineux, non précisé) que la courbe.</translation>
    </message>
    <message>
        <source>Open marks: {0}.</source>
        <translation>Symboles vides : {0}.</translation>
    </message>
    <message>
        <source>Sites differ: {0}.</source>
        <translation>Sites différents : {0}.</translation>
    </message>
    <message>
        <source>{0}: {1} samples beside a curve whose samples are {2}</source>
        <translation>{0} : prélèvements {1} à côté d’une courbe dont les prélèvements sont {2}</translation>
    </message>
    <message>
        <source>{0}: {1} samples beside a curve of another site ({2})</source>
        <translation>{0} : prélèvements {1} à côté d’une courbe d’un autre site ({2})</translation>
    </message>
    <message>
        <source>{0}: Cmax of {1} {2} is not drawn, its time is not stated</source>
        <translation>{0} : Cmax de {1} {2} n’est pas tracé, son temps n’est pas précisé</translation>
    </message>
    <message>
        <source>{0}, {1}, observed ({2})</source>
        <translation>{0}, {1}, observé ({2})</translation>
    </message>
    <message>
        <source>site not stated</source>
        <translation>site non précisé</translation>
    </message>
    <message>
        <source>age: built on children ({0})</source>
        <translation>âge : établi chez des enfants ({0})</translation>
    </message>
    <message>
        <source>age: built on children ({0}), an adult was taken</source>
        <translation>âge : établi chez des enfants ({0}), un adulte a été supposé</translation>
    </message>
    <message>
        <source>age: built on {0}, an adult was taken; --age says otherwise</source>
        <translation>âge : établi pour {0}, un adulte a été supposé</translation>
    </message>
    <message>
        <source>age: {0} is outside {1}</source>
        <translation>âge : {0} est hors de {1}</translation>
    </message>
    <message>
        <source>weight: {0} is outside {1}</source>
        <translation>poids : {0} est hors de {1}</translation>
    </message>
    <message>
        <source>route: has {0}, not {1}</source>
        <translation>voie : a {0}, pas {1}</translation>
    </message>
    <message>
        <source>route: {0} is given at once, not over a time</source>
        <translation>voie : {0} se donne en une fois, pas sur une durée</translation>
    </message>
    <message>
        <source>form: built on {0}, not on {1}</source>
        <translation>forme : établi pour {0}, pas pour {1}</translation>
    </message>
    <message>
        <source>output: shows no concentration</source>
        <translation>sortie : ne montre aucune concentration</translation>
    </message>
    <message>
        <source>arterial and venous models are together in one figure: while the drug goes in, arterial concentrations are above venous ones, and they fall faster after it</source>
        <translation>modèles artériels et veineux dans une même figure : pendant l’administration, les concentrations artérielles dépassent les veineuses, puis elles baissent plus vite</translation>
    </message>
    <message>
        <source>infusion starts</source>
        <translation>début de la perfusion</translation>
    </message>
    <message>
        <source>infusion ends</source>
        <translation>fin de la perfusion</translation>
    </message>
    <message>
        <source>infusion rate changes</source>
        <translation>la vitesse de perfusion change</translation>
    </message>
    <message>
        <source>bolus</source>
        <translation>bolus</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>remise à zéro</translation>
    </message>
    <message>
        <source>compartment on</source>
        <translation>compartiment actif</translation>
    </message>
    <message>
        <source>compartment off</source>
        <translation>compartiment inactif</translation>
    </message>
    <message>
        <source>steady state</source>
        <translation>état d’équilibre</translation>
    </message>
    <message>
        <source>steady state added</source>
        <translation>état d’équilibre ajouté</translation>
    </message>
    <message>
        <source>earlier infusion {0} runs on</source>
        <translation>la perfusion antérieure {0} continue</translation>
    </message>
    <message>
        <source>{0} running or pending discarded</source>
        <translation>{0} en cours ou en attente abandonnées</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>ligne {0}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>ligne {0}</translation>
    </message>
    <message>
        <source>{0}, additional dose {1}</source>
        <translation>{0}, dose supplémentaire {1}</translation>
    </message>
    <message>
        <source>no dose of the schedule is repeated</source>
        <translation>aucune dose du schéma n’est répétée</translation>
    </message>
    <message>
        <source>the curve of a single dose is no plain sum of exponentials</source>
        <translation>la courbe d’une dose unique n’est pas une simple somme d’exponentielles</translation>
    </message>
    <message>
        <source>the model has no route that takes an infusion</source>
        <translation>le modèle n’a pas de voie pour une perfusion</translation>
    </message>
    <message>
        <source>in a model that is not linear they depend on the rate, and no dose here is an infusion</source>
        <translation>dans un modèle non linéaire, ils dépendent du débit, et aucune dose ici n’est une perfusion</translation>
    </message>
    <message>
        <source>there is no dose</source>
        <translation>il n’y a pas de dose</translation>
    </message>
    <message>
        <source>the output is zero at the end of the input</source>
        <translation>la sortie est nulle à la fin de l’administration</translation>
    </message>
    <message>
        <source>the output does not fall to half</source>
        <translation>la sortie ne tombe pas à la moitié</translation>
    </message>
    <message>
        <source>what comes in never leaves, so that the curve rises in a straight line</source>
        <translation>ce qui entre ne sort jamais, si bien que la courbe monte en ligne droite</translation>
    </message>
    <message>
        <source>it oscillates, or holds rate constants that are equal</source>
        <translation>elle oscille, ou contient des constantes de vitesse égales</translation>
    </message>
    <message>
        <source>rate constants are equal or nearly so, so that its terms hold powers of t</source>
        <translation>des constantes de vitesse sont égales ou presque, si bien que ses termes contiennent des puissances de t</translation>
    </message>
    <message>
        <source>a compartment is switched off</source>
        <translation>un compartiment est désactivé</translation>
    </message>
    <message>
        <source>the equations of {0} are not linear with constant coefficients; its curves are no sums of exponentials</source>
        <translation>les équations de {0} ne sont pas linéaires à coefficients constants ; ses courbes ne sont pas des sommes d’exponentielles</translation>
    </message>
    <message>
        <source>the number must be finite</source>
        <translation>le nombre doit être fini</translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation>il manque un nombre</translation>
    </message>
    <message>
        <source>this does not begin with a number</source>
        <translation>cela ne commence pas par un nombre</translation>
    </message>
    <message>
        <source>write a number and its unit, as in 0.5 mg/kg</source>
        <translation>écrire un nombre et son unité, comme 0,5 mg/kg</translation>
    </message>
    <message>
        <source>the number is too large or too small</source>
        <translation>le nombre est trop grand ou trop petit</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is {1} in base units, but {2} is expected here</source>
        <translation>« {0} » est {1} en unités de base, mais {2} est attendu ici</translation>
    </message>
    <message>
        <source>1 (no unit)</source>
        <translation>1 (sans unité)</translation>
    </message>
    <message>
        <source>unknown unit &apos;{0}&apos;</source>
        <translation>unité inconnue « {0} »</translation>
    </message>
    <message>
        <source>there is no band &apos;{0}&apos;</source>
        <translation>il n’y a pas de plage « {0} »</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0} : {1}</translation>
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
        <translation>{0} racémate</translation>
    </message>
    <message>
        <source>Virtual patients</source>
        <translation>Patients virtuels</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Atteint par</translation>
    </message>
    <message>
        <source>target: {0}</source>
        <translation>cible : {0}</translation>
    </message>
    <message>
        <source>{0}, {1} (set by hand)</source>
        <translation>{0}, {1} (fixé à la main)</translation>
    </message>
    <message>
        <source>{0} (set by hand)</source>
        <translation>{0} (fixé à la main)</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>comme le modèle</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>into {0} (free dosing)</source>
        <translation>dans {0} (dose libre)</translation>
    </message>
    <message>
        <source>{0}, dose {1}: {2} (set by hand)</source>
        <translation>{0}, dose {1} : {2} (fixé à la main)</translation>
    </message>
    <message>
        <source>The dose enters {0} as it is, and no study gives it so</source>
        <translation>La dose entre telle quelle dans {0}, et aucune étude ne la donne ainsi</translation>
    </message>
    <message>
        <source>{0}: model {1} has no compartment &apos;{2}&apos; that takes a dose</source>
        <translation>{0} : le modèle {1} n’a pas de compartiment « {2} » qui reçoive une dose</translation>
    </message>
    <message>
        <source>{0}, F = {1}: more cannot enter than is given</source>
        <translation>{0}, F = {1} : il ne peut entrer plus que ce qui est donné</translation>
    </message>
    <message>
        <source>F is a part, such as 0.5 or 50 %</source>
        <translation>F est une part, comme 0,5 ou 50 %</translation>
    </message>
    <message>
        <source>between {0} and {1} it goes from {2} to {3}, and never is {4}</source>
        <translation>entre {0} et {1}, cela va de {2} à {3} et ne vaut jamais {4}</translation>
    </message>
    <message>
        <source>widen the bounds or choose another target</source>
        <translation>élargir les bornes ou choisir une autre cible</translation>
    </message>
    <message>
        <source>no value reaches it: at {0} it jumps past {1}</source>
        <translation>aucune valeur ne l’atteint : à {0}, il y a un saut au-delà de {1}</translation>
    </message>
    <message>
        <source>between {0} and {1}: both must be above zero, and the second larger</source>
        <translation>entre {0} et {1} : les deux doivent être supérieurs à zéro, et le second plus grand</translation>
    </message>
    <message>
        <source>from {0} to {1}: there is no such time</source>
        <translation>de {0} à {1} : cette période n’existe pas</translation>
    </message>
    <message>
        <source>Lines are the model&apos;s typical patient, not the median of the virtual patients.</source>
        <translation>Les lignes montrent le patient type du modèle, non la médiane des patients virtuels.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}</source>
        <translation>Patients virtuels d’après la variabilité publiée, graine {0}</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates</source>
        <translation>Patients virtuels d’après la variabilité publiée, graine {0}, avec l’incertitude des estimations</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with residual error</source>
        <translation>Patients virtuels d’après la variabilité publiée, graine {0}, avec erreur résiduelle</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates, with residual error</source>
        <translation>Patients virtuels d’après la variabilité publiée, graine {0}, avec l’incertitude des estimations et l’erreur résiduelle</translation>
    </message>
    <message>
        <source>{0} of each scenario: {1}. Times in bands are counted within the time that is simulated</source>
        <translation>{0} par scénario : {1}. Les durées dans les plages sont comptées dans le temps simulé</translation>
    </message>
    <message>
        <source>Target &apos;{0}&apos;: no scenario shown has an output &apos;{1}&apos;</source>
        <translation>Cible « {0} » : aucun scénario affiché n’a de sortie « {1} »</translation>
    </message>
    <message>
        <source>there is no model &apos;{0}&apos;</source>
        <translation>il n’y a pas de modèle « {0} »</translation>
    </message>
    <message>
        <source>no models folder was found; set KETASCOPE_MODEL_PATH to one</source>
        <translation>aucun dossier de modèles n’a été trouvé ; KETASCOPE_MODEL_PATH en indique un</translation>
    </message>
    <message>
        <source>the models to choose from are in {0}</source>
        <translation>les modèles au choix sont dans {0}</translation>
    </message>
    <message>
        <source>Half-life (fitted)</source>
        <translation>Demi-vie (ajustée)</translation>
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
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1: highest %2 %3 after %4, %5 at the end.</source>
        <translation>%1 : maximum %2 %3 après %4, %5 à la fin.</translation>
    </message>
    <message>
        <source>%1: between %2 and %3 %4.</source>
        <translation>%1 : entre %2 et %3 %4.</translation>
    </message>
    <message>
        <source>Effect band: %1.</source>
        <translation>Zone d’effet : %1.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>The library holds no observed data of this dose, route and form.</source>
        <translation>La bibliothèque n’a pas de mesures pour cette dose, cette voie et cette forme.</translation>
    </message>
    <message>
        <source>The scenario has %1 doses; dose %2 is compared.</source>
        <translation>Le scénario a %1 doses ; la dose %2 est comparée.</translation>
    </message>
    <message>
        <source>Changed parameters of the scenario do not count: models answer as published.</source>
        <translation>Les paramètres modifiés du scénario ne comptent pas : les modèles répondent tels que publiés.</translation>
    </message>
    <message>
        <source> over %1</source>
        <translation> sur %1</translation>
    </message>
    <message>
        <source> at %1</source>
        <translation> à %1</translation>
    </message>
    <message>
        <source>, %1 times every %2</source>
        <translation>, %1 fois toutes les %2</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
    <message>
        <source>%1 (copy %2)</source>
        <translation>%1 (copie %2)</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1, %2 doses every %3</source>
        <translation>%1, %2 doses toutes les %3</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 et plus</translation>
    </message>
    <message>
        <source>It acts on %1; %2 describes no such enzyme.</source>
        <translation>Agit sur %1 ; %2 ne décrit pas cette enzyme.</translation>
    </message>
    <message>
        <source>Grade: %1</source>
        <translation>Niveau : %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Manque : %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Avec %1</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>Sans %1</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, sans %2</translation>
    </message>
    <message>
        <source>No scenario is shown.</source>
        <translation>Aucun scénario n’est affiché.</translation>
    </message>
    <message>
        <source>%1: no variability between people is known for what is shown. Models with it: %2.</source>
        <translation>%1 : aucune variabilité entre personnes n’est connue pour ce qui est affiché. Modèles qui en ont une : %2.</translation>
    </message>
    <message>
        <source>%1: no ribbon, because %2 states no variability between people.</source>
        <translation>%1 : pas de ruban, car %2 n’indique aucune variabilité entre personnes.</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, avec %2</translation>
    </message>
    <message>
        <source>What is taken beside does not count: models answer for the drug alone.</source>
        <translation>Ce qui est pris à côté ne compte pas : les modèles répondent pour le médicament seul.</translation>
    </message>
    <message>
        <source>%1: %2 to %3 %4 after %5, where it is highest; %6 to %7 at the end.</source>
        <translation>%1 : de %2 à %3 %4 après %5, au plus haut ; de %6 à %7 à la fin.</translation>
    </message>
    <message>
        <source>S-ketamine</source>
        <translation>S-kétamine</translation>
    </message>
    <message>
        <source>R-ketamine</source>
        <translation>R-kétamine</translation>
    </message>
    <message>
        <source>racemate</source>
        <translation>racémate</translation>
    </message>
    <message>
        <source>hydrochloride</source>
        <translation>chlorhydrate</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>As the model: %1</source>
        <translation>Comme le modèle : %1</translation>
    </message>
    <message>
        <source>What the model counts doses in</source>
        <translation>Ce en quoi le modèle compte les doses</translation>
    </message>
    <message>
        <source>%1 is a model of %2. Choose a model of that form, or one that holds the enantiomers apart.</source>
        <translation>%1 est un modèle de %2. Choisissez un modèle de cette forme, ou un modèle qui distingue les énantiomères.</translation>
    </message>
    <message>
        <source>Half of it is %1; %2 shows that half only.</source>
        <translation>La moitié est de la %1 ; %2 ne montre que cette moitié.</translation>
    </message>
    <message>
        <source>All of it enters as %1.</source>
        <translation>Tout entre sous forme de %1.</translation>
    </message>
    <message>
        <source>1 mg of the hydrochloride holds %1 mg of the base.</source>
        <translation>1 mg de chlorhydrate contient %1 mg de base.</translation>
    </message>
    <message>
        <source>There is no dose.</source>
        <translation>Il n’y a pas de dose.</translation>
    </message>
    <message>
        <source>What is taken beside begins at a time of its own; with it there is no schedule that has been running for ever.</source>
        <translation>Ce qui est pris à côté commence à un moment qui lui est propre ; avec cela, aucun plan ne peut se répéter depuis toujours.</translation>
    </message>
    <message>
        <source>%1 is not linear, so that the steady states of two doses do not add up.</source>
        <translation>%1 n’est pas linéaire, si bien que les états d’équilibre de deux doses ne s’additionnent pas.</translation>
    </message>
    <message>
        <source>%1 mg = %2 mg/kg at %3 kg</source>
        <translation>%1 mg = %2 mg/kg pour %3 kg</translation>
    </message>
    <message>
        <source>; the model counts %1 mg %2</source>
        <translation> ; le modèle compte %1 mg %2</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>extérieur</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>maintenant %1</translation>
    </message>
    <message>
        <source>most: %1, at %2</source>
        <translation>maximum : %1, à %2</translation>
    </message>
    <message>
        <source>%1 % of what has entered so far</source>
        <translation>%1 % de ce qui est entré jusqu’ici</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>computed from it; nothing flows</source>
        <translation>calculé à partir de cela ; rien ne s’écoule</translation>
    </message>
    <message>
        <source>%1 from %2 over %3</source>
        <translation>%1 à partir de %2 sur %3</translation>
    </message>
    <message>
        <source>%1 at %2, at once</source>
        <translation>%1 à %2, en une fois</translation>
    </message>
    <message>
        <source>rate constant %1</source>
        <translation>constante de vitesse %1</translation>
    </message>
    <message>
        <source>eliminated so far: %1</source>
        <translation>éliminé jusqu’ici : %1</translation>
    </message>
    <message>
        <source>No balance: the doses come from an event table.</source>
        <translation>Pas de bilan : les doses viennent d’une table d’événements.</translation>
    </message>
    <message>
        <source>ID %1 of the event table; no balance is drawn up for one.</source>
        <translation>ID %1 de la table d’événements ; aucun bilan n’est établi pour une telle table.</translation>
    </message>
    <message>
        <source>No balance: doses have gone on for ever before the start.</source>
        <translation>Pas de bilan : les doses se répètent depuis toujours avant le début.</translation>
    </message>
    <message>
        <source>In the compartments %1 + eliminated %2 %3 entered %4</source>
        <translation>Dans les compartiments %1 + éliminé %2 %3 entré %4</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 vers %2 %3</translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation>À %1 : %2.</translation>
    </message>
    <message>
        <source>Moving: %1.</source>
        <translation>En mouvement : %1.</translation>
    </message>
    <message>
        <source>%1: no ribbon, because nothing that %2 states may differ between the virtual patients.</source>
        <translation>%1 : pas de ruban, car rien de ce que %2 indique n’est autorisé à différer entre les patients virtuels.</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, comme %2</translation>
    </message>
    <message>
        <source>%1 takes %2 only: the same amounts, until now %3, count as that.</source>
        <translation>%1 n’accepte que la forme %2 : les mêmes quantités, jusqu’ici %3, sont comptées ainsi.</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>la totalité</translation>
    </message>
    <message>
        <source>F = %1</source>
        <translation>F = %1</translation>
    </message>
    <message>
        <source>%1, lag %2</source>
        <translation>%1, délai %2</translation>
    </message>
    <message>
        <source>into %1: %2</source>
        <translation>dans %1 : %2</translation>
    </message>
    <message>
        <source>The model: %1</source>
        <translation>Le modèle : %1</translation>
    </message>
    <message>
        <source>Write the number without signs between its thousands, like %1.</source>
        <translation>Écrivez le nombre sans signe entre les milliers, comme %1.</translation>
    </message>
    <message>
        <source>%1, dose %2 alone</source>
        <translation>%1, dose %2 seule</translation>
    </message>
    <message>
        <source>The model states no molar mass of the drug, which a conversion between mass and moles needs.</source>
        <translation>Le modèle n’indique pas la masse molaire de la substance, sans laquelle masse et moles ne peuvent être converties.</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 ans</translation>
    </message>
    <message>
        <source>Choose a dose in the table first.</source>
        <translation>Choisissez d’abord une dose dans le tableau.</translation>
    </message>
    <message>
        <source>A dose at steady state goes on for ever.</source>
        <translation>Une dose à l’état d’équilibre se poursuit sans fin.</translation>
    </message>
    <message>
        <source>The model has no route that takes an infusion.</source>
        <translation>Le modèle n’a aucune voie qui accepte une perfusion.</translation>
    </message>
</context>
<context>
    <name>ketascope::AuditTableModel</name>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Time
h</source>
        <translation>Temps
h</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Compartiment</translation>
    </message>
    <message>
        <source>Amount
mg</source>
        <translation>Quantité
mg</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Entered
mg</source>
        <translation>Entré
mg</translation>
    </message>
    <message>
        <source>Rate
mg/h</source>
        <translation>Débit
mg/h</translation>
    </message>
    <message>
        <source>Duration
h</source>
        <translation>Durée
h</translation>
    </message>
    <message>
        <source>Lag
h</source>
        <translation>Délai
h</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>%1 (set by hand)</source>
        <translation>%1 (fixé à la main)</translation>
    </message>
</context>
<context>
    <name>ketascope::BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>End this and leave everything as it is (Esc)</source>
        <translation>Arrêter ceci et laisser tout tel quel (Échap)</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Annuler : %1</translation>
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
        <translation>absent</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>Équations</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Changes since saving</source>
        <translation>Changements depuis l’enregistrement</translation>
    </message>
    <message>
        <source>The file was saved by Ketascope %1. What is shown was computed anew, with the models of today and the solver&apos;s settings of the file.</source>
        <translation>Le fichier a été enregistré par Ketascope %1. Ce qui est affiché a été recalculé, avec les modèles d’aujourd’hui et les réglages du solveur du fichier.</translation>
    </message>
    <message>
        <source>What is different since the file was saved</source>
        <translation>Ce qui diffère depuis l’enregistrement du fichier</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>When saved</source>
        <translation>À l’enregistrement</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>different</source>
        <translation>différent</translation>
    </message>
    <message>
        <source>&amp;Use the parameters of then</source>
        <translation>&amp;Utiliser les paramètres d’alors</translation>
    </message>
    <message>
        <source>Sets the parameters of the scenarios to what the models had when the file was saved; undo takes it back.</source>
        <translation>Donne aux paramètres des scénarios les valeurs que les modèles avaient à l’enregistrement du fichier ; Annuler ramène en arrière.</translation>
    </message>
    <message>
        <source>No parameter has another value than then.</source>
        <translation>Aucun paramètre n’a une autre valeur qu’alors.</translation>
    </message>
    <message>
        <source>equations: %1</source>
        <translation>équations : %1</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>paramètres : %1</translation>
    </message>
    <message>
        <source>results: %1</source>
        <translation>résultats : %1</translation>
    </message>
    <message>
        <source>nothing but the program&apos;s version</source>
        <translation>rien que la version du programme</translation>
    </message>
</context>
<context>
    <name>ketascope::ComparePanel</name>
    <message>
        <source>Scenarios compared</source>
        <translation>Scénarios comparés</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Scenario that the others are compared with</source>
        <translation>Scénario auquel les autres sont comparés</translation>
    </message>
    <message>
        <source>Adds the dose chosen in the schedule once more for every other route that a model describes</source>
        <translation>Ajoute la dose choisie dans le plan pour chaque autre voie décrite par un modèle</translation>
    </message>
    <message>
        <source>Copy this table for a spreadsheet</source>
        <translation>Copier ce tableau pour un tableur</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>choose baseline</source>
        <translation>choisir la référence</translation>
    </message>
    <message>
        <source>This dose by every route</source>
        <translation>Cette dose par chaque voie</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copier le tableau</translation>
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
        <translation>Rapport d’AUC %1</translation>
    </message>
    <message>
        <source>Time in %1</source>
        <translation>Temps dans %1</translation>
    </message>
    <message>
        <source>Peak effect: %1</source>
        <translation>Effet maximal : %1</translation>
    </message>
    <message>
        <source>This does not apply to the curve of this scenario: another drug form, matrix or model.</source>
        <translation>Sans objet pour la courbe de ce scénario : autre forme du principe actif, matrice ou modèle.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Grandeur</translation>
    </message>
    <message>
        <source>%1
baseline</source>
        <translation>%1
référence</translation>
    </message>
    <message>
        <source>same</source>
        <translation>identique</translation>
    </message>
</context>
<context>
    <name>ketascope::ConcentrationPlot</name>
    <message>
        <source>Concentration over time</source>
        <translation>Concentration en fonction du temps</translation>
    </message>
    <message>
        <source>Drag to move, drag the right end to stretch, Ctrl+drag to copy</source>
        <translation>Glisser pour déplacer, glisser le bord droit pour étirer, Ctrl+glisser pour copier</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl+drag to copy</source>
        <translation>Glisser pour déplacer, Ctrl+glisser pour copier</translation>
    </message>
    <message>
        <source>Enters after its lag, from %1</source>
        <translation>Entre après le délai, à partir de %1</translation>
    </message>
</context>
<context>
    <name>ketascope::DiagramPanel</name>
    <message>
        <source>The model with what is in it</source>
        <translation>Le modèle avec ce qu’il contient</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Let the time run</source>
        <translation>Laisser courir le temps</translation>
    </message>
    <message>
        <source>Time that the diagram shows</source>
        <translation>Temps montré par le schéma</translation>
    </message>
    <message>
        <source>Moves the time; the cursor of the plot goes with it</source>
        <translation>Déplace le temps ; le curseur du graphique suit</translation>
    </message>
    <message>
        <source>full = its own peak</source>
        <translation>plein = son propre pic</translation>
    </message>
    <message>
        <source>full = all that is given</source>
        <translation>plein = tout ce qui est donné</translation>
    </message>
    <message>
        <source>What a full box stands for</source>
        <translation>Ce que représente une case pleine</translation>
    </message>
    <message>
        <source>How full a box is drawn: against the most that it ever holds, or against everything that the doses bring. States without an amount: always against their own peak.</source>
        <translation>Remplissage d’une case : par rapport au maximum qu’elle contient jamais, ou à tout ce que les doses apportent. États sans quantité : toujours par rapport à leur propre pic.</translation>
    </message>
    <message>
        <source>Diagram smaller</source>
        <translation>Réduire le schéma</translation>
    </message>
    <message>
        <source>Diagram larger</source>
        <translation>Agrandir le schéma</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Fit the diagram into its place</source>
        <translation>Ajuster le schéma à sa place</translation>
    </message>
    <message>
        <source>This scenario has no curve.</source>
        <translation>Ce scénario n’a pas de courbe.</translation>
    </message>
    <message>
        <source>Left out, because nothing comes there: %1</source>
        <translation>Omis, car rien n’y arrive : %1</translation>
    </message>
    <message>
        <source>Left out, because nothing comes there: %1 and %2 more</source>
        <translation>Omis, car rien n’y arrive : %1 et %2 de plus</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop the time</source>
        <translation>Arrêter le temps</translation>
    </message>
</context>
<context>
    <name>ketascope::DisagreementPanel</name>
    <message>
        <source>What every model says of this dose</source>
        <translation>Ce que chaque modèle dit de cette dose</translation>
    </message>
    <message>
        <source>Racemate and enantiomers stand side by side then; without it only models of the form of this dose answer</source>
        <translation>Racémate et énantiomères sont alors côte à côte ; sinon seuls répondent les modèles de la forme de cette dose</translation>
    </message>
    <message>
        <source>What was assumed, and sources</source>
        <translation>Ce qui a été supposé, et les sources</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calcul…</translation>
    </message>
    <message>
        <source>Choose a scenario with a dose.</source>
        <translation>Choisissez un scénario avec une dose.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Notes (%1)</translation>
    </message>
    <message>
        <source>Each model takes the dose as its own drug form</source>
        <translation>Chaque modèle prend la dose sous sa propre forme</translation>
    </message>
    <message>
        <source>Models (%1 of %2)</source>
        <translation>Modèles (%1 sur %2)</translation>
    </message>
</context>
<context>
    <name>ketascope::DisagreementTableModel</name>
    <message>
        <source>lowest to highest</source>
        <translation>du plus bas au plus haut</translation>
    </message>
    <message>
        <source>not eligible – %1</source>
        <translation>non éligible – %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
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
        <translation>Demi-temps</translation>
    </message>
    <message>
        <source>Half-time
after input</source>
        <translation>Demi-temps
après l’apport</translation>
    </message>
    <message>
        <source>Context-sensitive half-time: from the end of the input until the concentration has halved</source>
        <translation>Demi-temps contextuel : de la fin de l’apport jusqu’à la moitié de la concentration</translation>
    </message>
</context>
<context>
    <name>ketascope::DisplayCard</name>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Units, axes, bands and ribbons of the figure, as in the menu View</source>
        <translation>Unités, axes, zones et rubans de la figure, comme dans le menu Affichage</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 choisies</translation>
    </message>
</context>
<context>
    <name>ketascope::DocumentDialog</name>
    <message>
        <source>Document properties</source>
        <translation>Propriétés du document</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Stands above the figure and at the head of the report</source>
        <translation>S’affiche au-dessus de la figure et en tête du rapport</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Description</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Écrit par %1</translation>
    </message>
    <message>
        <source>change properties</source>
        <translation>modifier les propriétés</translation>
    </message>
</context>
<context>
    <name>ketascope::EditorPanel</name>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>&amp;Card…</source>
        <translation>Fiche…</translation>
    </message>
    <message>
        <source>Where this model comes from: study, parameters, sources, limits</source>
        <translation>D’où vient ce modèle : étude, paramètres, sources, limites</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>choose effects</source>
        <translation>choisir les effets</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>Dose of the schedule</source>
        <translation>Dose du plan</translation>
    </message>
    <message>
        <source>Add a dose</source>
        <translation>Ajouter une dose</translation>
    </message>
    <message>
        <source>Add a dose to the schedule of this scenario</source>
        <translation>Ajouter une dose au plan de ce scénario</translation>
    </message>
    <message>
        <source>Remove this dose</source>
        <translation>Retirer cette dose</translation>
    </message>
    <message>
        <source>Remove this dose from the schedule</source>
        <translation>Retirer cette dose du plan</translation>
    </message>
    <message>
        <source>Sche&amp;dule</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Voie</translation>
    </message>
    <message>
        <source>&amp;Route</source>
        <translation>&amp;Voie</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Quantité</translation>
    </message>
    <message>
        <source>Amount of drug per dose, total or per body weight</source>
        <translation>Quantité de principe actif par dose, totale ou par poids</translation>
    </message>
    <message>
        <source>D&amp;uration</source>
        <translation>D&amp;urée</translation>
    </message>
    <message>
        <source>How long the dose is infused; empty for a single push</source>
        <translation>Durée de perfusion de la dose ; vide pour une injection unique</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>en une fois</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Temps après le début du scénario</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>une seule fois</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétitions</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Doses suivant la première</translation>
    </message>
    <message>
        <source>Re&amp;peats</source>
        <translation>&amp;Répétitions</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Temps entre les doses répétées</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>ajouter une dose</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>retirer une dose</translation>
    </message>
    <message>
        <source>change repeats</source>
        <translation>modifier les répétitions</translation>
    </message>
    <message>
        <source>Subject and time</source>
        <translation>Sujet et temps</translation>
    </message>
    <message>
        <source>Sh&amp;ow until</source>
        <translation>Montrer &amp;jusqu’à</translation>
    </message>
    <message>
        <source>How long the curve is followed</source>
        <translation>Durée pendant laquelle la courbe est suivie</translation>
    </message>
    <message>
        <source>Body &amp;weight</source>
        <translation>P&amp;oids corporel</translation>
    </message>
    <message>
        <source>Doses per kg refer to it</source>
        <translation>Les doses par kg s’y rapportent</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>modifier %1</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La leçon garde ceci tel quel.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>changer de modèle</translation>
    </message>
    <message>
        <source>change route</source>
        <translation>changer de voie</translation>
    </message>
    <message>
        <source>The library has no model “%1”. Choose another one.</source>
        <translation>La bibliothèque n’a pas de modèle « %1 ». Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>dose %1 of %2</source>
        <translation>dose %1 sur %2</translation>
    </message>
    <message>
        <source>No dose yet. Press + to add one.</source>
        <translation>Pas encore de dose. Appuyez sur + pour en ajouter une.</translation>
    </message>
    <message>
        <source>The doses come from the event table %1.</source>
        <translation>Les doses viennent de la table d’événements %1.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>This route takes its dose at once.</source>
        <translation>Par cette voie, la dose est donnée en une fois.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>choose curves</source>
        <translation>choisir les courbes</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Effets</translation>
    </message>
    <message>
        <source>Ever&amp;y</source>
        <translation>Toutes les</translation>
    </message>
    <message>
        <source>%1 changes nothing in %2 for the doses of this scenario.</source>
        <translation>%1 ne change rien dans %2 pour les doses de ce scénario.</translation>
    </message>
    <message>
        <source>This is the only dose: change it, or remove the scenario.</source>
        <translation>C’est la seule dose : modifiez-la ou supprimez le scénario.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Toutes les</translation>
    </message>
    <message>
        <source>The dose is given once: choose repeats first.</source>
        <translation>La dose est donnée une seule fois : choisissez d’abord des répétitions.</translation>
    </message>
    <message>
        <source>The same amount in total and per body weight</source>
        <translation>La même quantité, au total et par poids corporel</translation>
    </message>
    <message>
        <source>At steady state</source>
        <translation>À l’équilibre</translation>
    </message>
    <message>
        <source>begin at steady state</source>
        <translation>commencer à l’équilibre</translation>
    </message>
    <message>
        <source>begin without drug</source>
        <translation>commencer sans médicament</translation>
    </message>
    <message>
        <source>Drug form</source>
        <translation>Forme du médicament</translation>
    </message>
    <message>
        <source>Amount of</source>
        <translation>Quantité en</translation>
    </message>
    <message>
        <source>change drug form</source>
        <translation>changer de forme</translation>
    </message>
    <message>
        <source>change salt</source>
        <translation>changer de sel</translation>
    </message>
    <message>
        <source>The schedule has been running for ever when the scenario begins; the time between doses says how often</source>
        <translation>Le plan se répète depuis toujours quand le scénario commence ; le temps entre les doses dit à quelle fréquence</translation>
    </message>
    <message>
        <source>into a compartment (free dosing)</source>
        <translation>dans un compartiment (dose libre)</translation>
    </message>
    <message>
        <source>For trying out only: no study gives the drug so.</source>
        <translation>Seulement pour essayer : aucune étude ne donne le médicament ainsi.</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Compartiment</translation>
    </message>
    <message>
        <source>Lag and bioavailability</source>
        <translation>Délai et biodisponibilité</translation>
    </message>
    <message>
        <source>Give this dose its own lag time and bioavailability</source>
        <translation>Donner à cette dose un délai et une biodisponibilité propres</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>Time before the dose enters; empty for the model&apos;s own</source>
        <translation>Temps avant que la dose n’entre ; vide pour celui du modèle</translation>
    </message>
    <message>
        <source>Bioavailability F</source>
        <translation>Biodisponibilité F</translation>
    </message>
    <message>
        <source>Part of the dose that enters the model, like 0.5 or 50 %; empty for the model&apos;s own. A first pass that the model describes comes after it.</source>
        <translation>Part de la dose qui entre dans le modèle, comme 0,5 ou 50 % ; vide pour celle du modèle. Un premier passage décrit par le modèle vient après.</translation>
    </message>
    <message>
        <source>Lag and bioavailability in the model, with their source</source>
        <translation>Délai et biodisponibilité dans le modèle, avec leur source</translation>
    </message>
    <message>
        <source>model: %1</source>
        <translation>modèle : %1</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>comme le modèle</translation>
    </message>
    <message>
        <source>Set by hand for this dose, not taken from the model.</source>
        <translation>Fixé à la main pour cette dose, non repris du modèle.</translation>
    </message>
    <message>
        <source>There is one dose only.</source>
        <translation>Il n’y a qu’une seule dose.</translation>
    </message>
</context>
<context>
    <name>ketascope::EffectButton</name>
    <message>
        <source>Effects</source>
        <translation>Effets</translation>
    </message>
    <message>
        <source>Effects to show below the concentrations, with the effect site</source>
        <translation>Effets à montrer sous les concentrations, avec le site d’effet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 choisis</translation>
    </message>
</context>
<context>
    <name>ketascope::GreyedDialog</name>
    <message>
        <source>What is greyed, and why</source>
        <translation>Ce qui est grisé, et pourquoi</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Everything in sight can be used.</source>
        <translation>Tout ce qui est visible peut être utilisé.</translation>
    </message>
    <message>
        <source>Controls in sight that cannot be used now. What cannot be chosen in a menu or in a list says why itself.</source>
        <translation>Commandes visibles qui ne peuvent pas être utilisées à présent. Ce qui ne peut être choisi dans un menu ou une liste dit lui-même pourquoi.</translation>
    </message>
</context>
<context>
    <name>ketascope::InteractionRow</name>
    <message>
        <source>Regimen of %1</source>
        <translation>Schéma de %1</translation>
    </message>
    <message>
        <source>How it is taken: as in a study, or as you say</source>
        <translation>Comment il est pris : comme dans une étude, ou comme indiqué ici</translation>
    </message>
    <message>
        <source>Regimen</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Dose of %1</source>
        <translation>Dose de %1</translation>
    </message>
    <message>
        <source>Add a dose of %1</source>
        <translation>Ajouter une dose de %1</translation>
    </message>
    <message>
        <source>Remove this dose of %1</source>
        <translation>Retirer cette dose de %1</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Amount of %1 per dose</source>
        <translation>Quantité de %1 par dose</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>First dose, counted from the start of the scenario; below zero before it</source>
        <translation>Première dose, comptée à partir du début du scénario ; en dessous de zéro, avant</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>une seule fois</translation>
    </message>
    <message>
        <source>Repeats of %1</source>
        <translation>Répétitions de %1</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Doses suivant la première</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétitions</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Toutes les</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Temps entre les doses répétées</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>ajouter une dose</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>retirer une dose</translation>
    </message>
    <message>
        <source>change repeats</source>
        <translation>modifier les répétitions</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>modifier %1</translation>
    </message>
    <message>
        <source>change regimen</source>
        <translation>changer de schéma</translation>
    </message>
    <message>
        <source>own doses</source>
        <translation>doses choisies</translation>
    </message>
    <message>
        <source>dose %1 of %2</source>
        <translation>dose %1 sur %2</translation>
    </message>
    <message>
        <source>This is not in the library; its regimen can only be changed in the document’s file.</source>
        <translation>Ce n’est pas dans la bibliothèque ; son schéma ne peut être changé que dans le fichier du document.</translation>
    </message>
</context>
<context>
    <name>ketascope::InteractionsPanel</name>
    <message>
        <source>Compare &amp;with and without</source>
        <translation>Comparer a&amp;vec et sans</translation>
    </message>
    <message>
        <source>add interaction</source>
        <translation>ajouter une interaction</translation>
    </message>
    <message>
        <source>remove interaction</source>
        <translation>retirer une interaction</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La leçon garde ceci tel quel.</translation>
    </message>
    <message>
        <source>The doses come from an event table, which takes no interactions.</source>
        <translation>Les doses viennent d’une table d’événements, qui n’admet pas d’interactions.</translation>
    </message>
    <message>
        <source>Taken beside the drug; it changes enzymes of %1. Genotype and liver function are in the tab Scenario.</source>
        <translation>Pris à côté du médicament ; modifie des enzymes de %1. Le génotype et la fonction hépatique sont dans l’onglet Scénario.</translation>
    </message>
    <message>
        <source>%1 describes no enzymes that something could act on. Models that do: %2.</source>
        <translation>%1 ne décrit aucune enzyme sur laquelle agir. Modèles qui en décrivent : %2.</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>&amp;Utiliser %1</translation>
    </message>
    <message>
        <source>The same dose by %1, as far as it can; one undo leads back</source>
        <translation>La même dose avec %1, autant que possible ; une annulation ramène en arrière</translation>
    </message>
    <message>
        <source>Adds this scenario without what is taken beside, as the baseline of the table Compare</source>
        <translation>Ajoute ce scénario sans ce qui est pris à côté, comme référence du tableau Comparer</translation>
    </message>
    <message>
        <source>Switch something on first.</source>
        <translation>Activez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>changer de modèle</translation>
    </message>
</context>
<context>
    <name>ketascope::LessonPanel</name>
    <message>
        <source>Text of the lesson</source>
        <translation>Texte de la leçon</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>Votre prévision</translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation>votre prévision</translation>
    </message>
    <message>
        <source>Unlocks every control; the scenarios stay</source>
        <translation>Libère tous les réglages ; les scénarios restent</translation>
    </message>
    <message>
        <source>Step %1 of %2; %3 of %4 questions right</source>
        <translation>Étape %1 sur %2 ; %3 questions justes sur %4</translation>
    </message>
    <message>
        <source>Some controls are free in this step; the others are locked.</source>
        <translation>Certains réglages sont libres à cette étape ; les autres sont verrouillés.</translation>
    </message>
    <message>
        <source>The answer could not be computed: %1</source>
        <translation>La réponse n’a pas pu être calculée : %1</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Juste.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Pas tout à fait.</translation>
    </message>
    <message>
        <source>Type a number first; a guess will do.</source>
        <translation>Écrivez d’abord un nombre ; une estimation suffit.</translation>
    </message>
    <message>
        <source>Choose one first; a guess will do.</source>
        <translation>Choisissez d’abord ; une supposition suffit.</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Quitter la leçon</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
</context>
<context>
    <name>ketascope::LessonSession</name>
    <message>
        <source>next step of the lesson</source>
        <translation>étape suivante de la leçon</translation>
    </message>
</context>
<context>
    <name>ketascope::MainWindow</name>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Peak, exposure and time in each band</source>
        <translation>Pic, exposition et temps dans chaque zone</translation>
    </message>
    <message>
        <source>Audit trail: what entered when, and why</source>
        <translation>Journal : ce qui est entré, quand et pourquoi</translation>
    </message>
    <message>
        <source>No other route is described for this dose.</source>
        <translation>Aucune autre voie n’est décrite pour cette dose.</translation>
    </message>
    <message>
        <source>compare routes</source>
        <translation>comparer les voies</translation>
    </message>
    <message>
        <source>The model file of %1 has errors and is left out: %2</source>
        <translation>Le fichier du modèle %1 contient des erreurs et est écarté : %2</translation>
    </message>
    <message>
        <source>No models were found. Set KETASCOPE_MODEL_PATH to the folder that holds them, or install the program with its models.</source>
        <translation>Aucun modèle trouvé. Indiquez leur dossier dans KETASCOPE_MODEL_PATH ou installez le programme avec ses modèles.</translation>
    </message>
    <message>
        <source>The library holds no observed data for the doses shown: none was given by the same route, in the same form, amount and time.</source>
        <translation>La bibliothèque n’a pas de mesures pour les doses montrées : aucune n’a été donnée par la même voie, sous la même forme, en même quantité et durée.</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Barre principale</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation>&amp;Nouveau scénario</translation>
    </message>
    <message>
        <source>&amp;Duplicate scenario</source>
        <translation>&amp;Dupliquer le scénario</translation>
    </message>
    <message>
        <source>Re&amp;move scenario</source>
        <translation>&amp;Supprimer le scénario</translation>
    </message>
    <message>
        <source>This dose by every &amp;route</source>
        <translation>Cette dose par chaque &amp;voie</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;About Ketascope</source>
        <translation>À propos de &amp;Ketascope</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation>Axe &amp;logarithmique</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmique</translation>
    </message>
    <message>
        <source>Concentrations on a logarithmic axis (%1)</source>
        <translation>Concentrations sur un axe logarithmique (%1)</translation>
    </message>
    <message>
        <source>logarithmic axis</source>
        <translation>axe logarithmique</translation>
    </message>
    <message>
        <source>linear axis</source>
        <translation>axe linéaire</translation>
    </message>
    <message>
        <source>&amp;Observed data</source>
        <translation>&amp;Mesures</translation>
    </message>
    <message>
        <source>Observed data</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Published concentrations under the same dose, over the curves (%1)</source>
        <translation>Concentrations publiées pour la même dose, sur les courbes (%1)</translation>
    </message>
    <message>
        <source>show observed data</source>
        <translation>montrer les mesures</translation>
    </message>
    <message>
        <source>hide observed data</source>
        <translation>masquer les mesures</translation>
    </message>
    <message>
        <source>&amp;Whole view</source>
        <translation>Vue &amp;entière</translation>
    </message>
    <message>
        <source>Show all of the curves again (%1; or double-click the plot)</source>
        <translation>Montrer à nouveau toutes les courbes (%1 ; ou double-clic sur le graphique)</translation>
    </message>
    <message>
        <source>Model disa&amp;greement</source>
        <translation>Désaccord des &amp;modèles</translation>
    </message>
    <message>
        <source>This dose by every model that may answer (%1)</source>
        <translation>Cette dose selon chaque modèle qui peut répondre (%1)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Zoom avant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>Effect &amp;bands</source>
        <translation>&amp;Zones d’effet</translation>
    </message>
    <message>
        <source>&amp;Read the model files again</source>
        <translation>&amp;Relire les fichiers de modèles</translation>
    </message>
    <message>
        <source>Uni&amp;t </source>
        <translation>Uni&amp;té </translation>
    </message>
    <message>
        <source>Unit of concentrations</source>
        <translation>Unité des concentrations</translation>
    </message>
    <message>
        <source>Unit of concentrations, here and in what is exported</source>
        <translation>Unité des concentrations, ici et dans ce qui est exporté</translation>
    </message>
    <message>
        <source>change unit</source>
        <translation>changer l’unité</translation>
    </message>
    <message>
        <source>Effect bands</source>
        <translation>Zones d’effet</translation>
    </message>
    <message>
        <source>&amp;Time counts from</source>
        <translation>Le &amp;temps compte depuis</translation>
    </message>
    <message>
        <source>the &amp;start of the scenario</source>
        <translation>le &amp;début du scénario</translation>
    </message>
    <message>
        <source>the &amp;first dose</source>
        <translation>la &amp;première dose</translation>
    </message>
    <message>
        <source>the &amp;end of the last input</source>
        <translation>la &amp;fin du dernier apport</translation>
    </message>
    <message>
        <source>zero of the time axis</source>
        <translation>zéro de l’axe du temps</translation>
    </message>
    <message>
        <source>&amp;Standard bands</source>
        <translation>Zones &amp;usuelles</translation>
    </message>
    <message>
        <source>standard bands</source>
        <translation>zones usuelles</translation>
    </message>
    <message>
        <source>&amp;No bands</source>
        <translation>A&amp;ucune zone</translation>
    </message>
    <message>
        <source>no bands</source>
        <translation>aucune zone</translation>
    </message>
    <message>
        <source>&amp;Fuzzy edges</source>
        <translation>Bords &amp;flous</translation>
    </message>
    <message>
        <source>fuzzy bands</source>
        <translation>zones floues</translation>
    </message>
    <message>
        <source>hard bands</source>
        <translation>zones nettes</translation>
    </message>
    <message>
        <source>choose bands</source>
        <translation>choisir les zones</translation>
    </message>
    <message>
        <source>About Ketascope</source>
        <translation>À propos de Ketascope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Ketascope %1&lt;/h3&gt;&lt;p&gt;Pharmacokinetics of ketamine: published models, from dose to curve.&lt;/p&gt;&lt;p&gt;&lt;b&gt;%2&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. It comes without any warranty.&lt;/p&gt;&lt;p&gt;Curve colours after Okabe and Ito; plotting by QCustomPlot; window by Qt %3.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Ketascope %1&lt;/h3&gt;&lt;p&gt;Pharmacocinétique de la kétamine : modèles publiés, de la dose à la courbe.&lt;/p&gt;&lt;p&gt;&lt;b&gt;%2&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Logiciel libre sous la licence publique générale GNU, version 3 ou ultérieure. Il est fourni sans aucune garantie.&lt;/p&gt;&lt;p&gt;Couleurs des courbes d’après Okabe et Ito ; graphiques par QCustomPlot ; fenêtre par Qt %3.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un document &amp;récent</translation>
    </message>
    <message>
        <source>Open e&amp;xample</source>
        <translation>Ouvrir un e&amp;xemple</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>Export &amp;figure (PNG, SVG, PDF)…</source>
        <translation>Exporter la &amp;figure (PNG, SVG, PDF)…</translation>
    </message>
    <message>
        <source>Export &amp;curves (CSV)…</source>
        <translation>Exporter les &amp;courbes (CSV)…</translation>
    </message>
    <message>
        <source>Export &amp;report (PDF, HTML)…</source>
        <translation>Exporter le ra&amp;pport (PDF, HTML)…</translation>
    </message>
    <message>
        <source>Document &amp;properties…</source>
        <translation>&amp;Propriétés du document…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Ketascope</source>
        <translation>Ketascope</translation>
    </message>
    <message>
        <source>See the details for the rest.</source>
        <translation>Voir les détails pour le reste.</translation>
    </message>
    <message>
        <source>Open scenarios</source>
        <translation>Ouvrir des scénarios</translation>
    </message>
    <message>
        <source>%1 is open in another window. Open a copy of it?</source>
        <translation>%1 est ouvert dans une autre fenêtre. En ouvrir une copie ?</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>%1 ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>a document without a name</source>
        <translation>un document sans nom</translation>
    </message>
    <message>
        <source>Ketascope ended before %1 was saved.</source>
        <translation>Ketascope s’est arrêté avant l’enregistrement de %1.</translation>
    </message>
    <message>
        <source>The unsaved changes of %1 were kept. The saved file is as you left it.</source>
        <translation>Les modifications non enregistrées de %1 ont été gardées. Le fichier enregistré est tel que vous l’avez laissé.</translation>
    </message>
    <message>
        <source>&amp;Recover them</source>
        <translation>Les &amp;récupérer</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>Les &amp;abandonner</translation>
    </message>
    <message>
        <source>Ask &amp;later</source>
        <translation>Demander plus &amp;tard</translation>
    </message>
    <message>
        <source>The scenarios were not saved to %1. Save them under another name.</source>
        <translation>Les scénarios n’ont pas été enregistrés dans %1. Enregistrez-les sous un autre nom.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 enregistré</translation>
    </message>
    <message>
        <source>Save scenarios</source>
        <translation>Enregistrer les scénarios</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exporter la figure</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>Image PNG (*.png);;Dessin SVG (*.svg);;Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Resolution in dots per inch:</source>
        <translation>Résolution en points par pouce :</translation>
    </message>
    <message>
        <source>The figure was not written to %1.</source>
        <translation>La figure n’a pas été écrite dans %1.</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 écrit</translation>
    </message>
    <message>
        <source>There is no curve to report on yet.</source>
        <translation>Il n’y a pas encore de courbe à rapporter.</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Exporter le rapport</translation>
    </message>
    <message>
        <source>PDF document (*.pdf);;Web page (*.html)</source>
        <translation>Document PDF (*.pdf);;Page web (*.html)</translation>
    </message>
    <message>
        <source>The report was not written to %1.</source>
        <translation>Le rapport n’a pas été écrit dans %1.</translation>
    </message>
    <message>
        <source>There is no curve to export yet.</source>
        <translation>Il n’y a pas encore de courbe à exporter.</translation>
    </message>
    <message>
        <source>Export curves</source>
        <translation>Exporter les courbes</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>For teaching and research. Not for dosing decisions.</source>
        <translation>Pour l’enseignement et la recherche. Pas pour décider d’une dose.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Leçon</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Leçons</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ne peut pas être lu</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La leçon garde ceci tel quel.</translation>
    </message>
    <message>
        <source>The dose chosen on the left by every model that may answer</source>
        <translation>La dose choisie à gauche selon chaque modèle qui peut répondre</translation>
    </message>
    <message>
        <source>Where a model comes from: structure, parameters, sources, limits</source>
        <translation>D’où vient un modèle : structure, paramètres, sources, limites</translation>
    </message>
    <message>
        <source>move dose</source>
        <translation>déplacer la dose</translation>
    </message>
    <message>
        <source>stretch dose</source>
        <translation>étirer la dose</translation>
    </message>
    <message>
        <source>copy dose</source>
        <translation>copier la dose</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Other drugs, juice and herbs that are taken beside, and what they do</source>
        <translation>Autres médicaments, jus et plantes pris à côté, et ce qu’ils font</translation>
    </message>
    <message>
        <source>compare with and without</source>
        <translation>comparer avec et sans</translation>
    </message>
    <message>
        <source>Variability</source>
        <translation>Variabilité</translation>
    </message>
    <message>
        <source>&amp;Variability</source>
        <translation>&amp;Variabilité</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Désactivée</translation>
    </message>
    <message>
        <source>%1 virtual patients</source>
        <translation>%1 patients virtuels</translation>
    </message>
    <message>
        <source>variability</source>
        <translation>variabilité</translation>
    </message>
    <message>
        <source>The ribbon lies between these percentiles</source>
        <translation>Le ruban va d’un percentile à l’autre</translation>
    </message>
    <message>
        <source>Choose a number of patients first.</source>
        <translation>Choisissez d’abord un nombre de patients.</translation>
    </message>
    <message>
        <source>%1 virtual patients, %2</source>
        <translation>%1 patients virtuels, %2</translation>
    </message>
    <message>
        <source>How people differ: a ribbon between two percentiles of virtual patients</source>
        <translation>Comment les gens diffèrent : un ruban entre deux percentiles de patients virtuels</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 n’a pas été écrit.</translation>
    </message>
    <message>
        <source>The lesson keeps its scenarios.</source>
        <translation>La leçon garde ses scénarios.</translation>
    </message>
    <message>
        <source>The models are still being read.</source>
        <translation>Les modèles sont encore en cours de lecture.</translation>
    </message>
    <message>
        <source>There is no scenario whose dose could be compared.</source>
        <translation>Il n’y a pas de scénario dont la dose puisse être comparée.</translation>
    </message>
    <message>
        <source>The scenario has no dose yet.</source>
        <translation>Le scénario n’a pas encore de dose.</translation>
    </message>
    <message>
        <source>The doses come from an event table.</source>
        <translation>Les doses viennent d’une table d’événements.</translation>
    </message>
    <message>
        <source>The computation was cancelled: what is shown is not what the document says. The next change computes anew, and so does F5.</source>
        <translation>Le calcul a été annulé : ce qui est affiché ne correspond pas au document. La prochaine modification relancera le calcul, tout comme F5.</translation>
    </message>
    <message>
        <source>Copy &amp;figure</source>
        <translation>Copier la &amp;figure</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>&amp;Copier le tableau</translation>
    </message>
    <message>
        <source>Unit of ti&amp;me</source>
        <translation>U&amp;nité de temps</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatique</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minutes</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>&amp;Heures</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Jours</translation>
    </message>
    <message>
        <source>unit of the time axis</source>
        <translation>unité de l’axe du temps</translation>
    </message>
    <message>
        <source>Minutes, hours or days, by how long the scenarios last</source>
        <translation>Minutes, heures ou jours, selon la durée des scénarios</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Écriture de %1…</translation>
    </message>
    <message>
        <source>Save table of patients</source>
        <translation>Enregistrer le tableau des patients</translation>
    </message>
    <message>
        <source>%1 is still being written. Try again when it is done.</source>
        <translation>%1 est encore en cours d’écriture. Réessayez quand ce sera terminé.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calcul…</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>La figure est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Le tableau est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Scenarios (*.ketascope *.toml);;All files (*)</source>
        <translation>Scénarios (*.ketascope *.toml);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The files state different virtual patients; those of the first are kept.</source>
        <translation>Les fichiers indiquent des patients virtuels différents ; ceux du premier sont gardés.</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>scénarios</translation>
    </message>
    <message>
        <source>Scenarios (*.ketascope *.toml)</source>
        <translation>Scénarios (*.ketascope *.toml)</translation>
    </message>
    <message>
        <source>%1 is still being written.</source>
        <translation>%1 est encore en cours d’écriture.</translation>
    </message>
    <message>
        <source>&amp;Do without it</source>
        <translation>&amp;Y renoncer</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>The model, with what is in it at the time of the cursor</source>
        <translation>Le modèle, avec ce qu’il contient au temps du curseur</translation>
    </message>
    <message>
        <source>&amp;Virtual patients…</source>
        <translation>&amp;Patients virtuels…</translation>
    </message>
    <message>
        <source>Number, seed, occasions, residual error and the uncertainty of the estimates</source>
        <translation>Nombre, graine, occasions, erreur résiduelle et incertitude des estimations</translation>
    </message>
    <message>
        <source>Percentiles of virtual patients: peak, exposure, time in each band</source>
        <translation>Percentiles de patients virtuels : pic, exposition, temps dans chaque zone</translation>
    </message>
    <message>
        <source>Unsaved changes could not be kept for a recovery: %1</source>
        <translation>Les modifications non enregistrées n’ont pas pu être gardées pour une récupération : %1</translation>
    </message>
    <message>
        <source>The virtual patients were cancelled: the curves are those of the document, their ribbons are missing. F5 computes them.</source>
        <translation>Les patients virtuels ont été annulés : les courbes sont celles du document, leurs rubans manquent. F5 les calcule.</translation>
    </message>
    <message>
        <source>Find the dose for a &amp;target…</source>
        <translation>Chercher la dose pour une ci&amp;ble…</translation>
    </message>
    <message>
        <source>C&amp;urve styles…</source>
        <translation>St&amp;yles des courbes…</translation>
    </message>
    <message>
        <source>Concentrations in</source>
        <translation>Concentrations en</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Axe logarithmique</translation>
    </message>
    <message>
        <source>Time in</source>
        <translation>Temps en</translation>
    </message>
    <message>
        <source>Time counts from</source>
        <translation>Le temps compte depuis</translation>
    </message>
    <message>
        <source>Nothing is known to be different since the document was saved.</source>
        <translation>Aucune différence connue depuis l’enregistrement du document.</translation>
    </message>
    <message>
        <source>The file was saved by Ketascope %1. Different since then: %2. See File &gt; Changes since saving.</source>
        <translation>Le fichier a été enregistré par Ketascope %1. Différent depuis : %2. Voir Fichier &gt; Changements depuis l’enregistrement.</translation>
    </message>
    <message>
        <source>parameters as they were saved</source>
        <translation>paramètres tels qu’enregistrés</translation>
    </message>
    <message>
        <source>There are no virtual patients any more.</source>
        <translation>Il n’y a plus de patients virtuels.</translation>
    </message>
    <message>
        <source>Changes since sa&amp;ving…</source>
        <translation>Changements depuis l’enre&amp;gistrement…</translation>
    </message>
    <message>
        <source>Another program has changed %1 since it was opened here.</source>
        <translation>Un autre programme a modifié %1 depuis son ouverture ici.</translation>
    </message>
    <message>
        <source>Saving replaces what is in it now. Reading it anew drops the unsaved changes of this window.</source>
        <translation>Enregistrer remplace ce qu’il contient maintenant. Relire abandonne les modifications non enregistrées de cette fenêtre.</translation>
    </message>
    <message>
        <source>Save &amp;anyway</source>
        <translation>Enregistrer &amp;quand même</translation>
    </message>
    <message>
        <source>Save a&amp;s…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Read it anew</source>
        <translation>&amp;Relire</translation>
    </message>
    <message>
        <source>The lesson keeps the dose as it is.</source>
        <translation>La leçon garde la dose telle quelle.</translation>
    </message>
    <message>
        <source>There is no dose that could be changed.</source>
        <translation>Il n’y a pas de dose qui puisse être modifiée.</translation>
    </message>
    <message>
        <source>The model of the scenario is not in the library.</source>
        <translation>Le modèle du scénario n’est pas dans la bibliothèque.</translation>
    </message>
    <message>
        <source>The amount, rate or interval with which a curve reaches what you ask for</source>
        <translation>La quantité, le débit ou l’intervalle avec lequel une courbe atteint ce qui est demandé</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>Interactions</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>There is no table in sight that could be copied.</source>
        <translation>Aucun tableau visible ne peut être copié.</translation>
    </message>
    <message>
        <source>A file still waits for the virtual patients.</source>
        <translation>Un fichier attend encore les patients virtuels.</translation>
    </message>
    <message>
        <source>Maths</source>
        <translation>Maths</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Model disagreement</source>
        <translation>Désaccord des modèles</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>The scenarios have unsaved changes. Save them?</source>
        <translation>Les scénarios ont des modifications non enregistrées. Les enregistrer ?</translation>
    </message>
    <message>
        <source>What was changed until %1 was kept. No file has it yet.</source>
        <translation>Ce qui a été modifié jusqu’au %1 a été conservé. Aucun fichier ne le contient encore.</translation>
    </message>
    <message>
        <source>&amp;What is greyed, and why</source>
        <translation>&amp;Ce qui est grisé, et pourquoi</translation>
    </message>
    <message>
        <source>Every control in sight that cannot be used now, with the reason</source>
        <translation>Chaque commande visible qui ne peut pas être utilisée à présent, avec la raison</translation>
    </message>
    <message>
        <source>All of the curves is in sight.</source>
        <translation>Les courbes sont entièrement visibles.</translation>
    </message>
    <message>
        <source>The question of the lesson is not answered yet.</source>
        <translation>La question de la leçon n&apos;a pas encore de réponse.</translation>
    </message>
    <message>
        <source>Scenarios and f&amp;orms</source>
        <translation>Scénarios et f&amp;ormulaires</translation>
    </message>
    <message>
        <source>What is on the left of the curves</source>
        <translation>Ce qui est à gauche des courbes</translation>
    </message>
    <message>
        <source>Ta&amp;bles</source>
        <translation>Ta&amp;bleaux</translation>
    </message>
    <message>
        <source>What is below the curves</source>
        <translation>Ce qui est sous les courbes</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>The curves on the whole screen; F8 and F9 bring tables and forms</source>
        <translation>Les courbes sur tout l’écran ; F8 et F9 ramènent les tableaux et les formulaires</translation>
    </message>
</context>
<context>
    <name>ketascope::MathsPanel</name>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>Stretch of the curve</source>
        <translation>Tronçon de la courbe</translation>
    </message>
    <message>
        <source>Between two events a curve is one formula; choose which</source>
        <translation>Entre deux événements, une courbe est une formule ; choisissez laquelle</translation>
    </message>
    <message>
        <source>The maths of this curve</source>
        <translation>Les maths de cette courbe</translation>
    </message>
    <message>
        <source>Half-time after infusions of different length</source>
        <translation>Demi-temps après des perfusions de durées différentes</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>This scenario has no curve.</source>
        <translation>Ce scénario n’a pas de courbe.</translation>
    </message>
    <message>
        <source>Exactly this curve, from %1 to %2</source>
        <translation>Exactement cette courbe, de %1 à %2</translation>
    </message>
    <message>
        <source>C in %1, t in hours from the start of this stretch.</source>
        <translation>C en %1, t en heures depuis le début de ce tronçon.</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Coefficient</translation>
    </message>
    <message>
        <source>Rate constant, 1/h</source>
        <translation>Constante de vitesse, 1/h</translation>
    </message>
    <message>
        <source>Half-life</source>
        <translation>Demi-vie</translation>
    </message>
    <message>
        <source>This stretch is no plain sum of exponentials: %1.</source>
        <translation>Ce tronçon n’est pas une simple somme d’exponentielles : %1.</translation>
    </message>
    <message>
        <source>Exactly this curve</source>
        <translation>Exactement cette courbe</translation>
    </message>
    <message>
        <source>Half-lives</source>
        <translation>Demi-vies</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Accumulation</translation>
    </message>
    <message>
        <source>Every %1 for ever, each interval has %2 times the exposure of the first.</source>
        <translation>Toutes les %1 sans fin, chaque intervalle a %2 fois l’exposition du premier.</translation>
    </message>
    <message>
        <source>None to speak of: %1.</source>
        <translation>Rien à signaler : %1.</translation>
    </message>
    <message>
        <source>Context-sensitive half-time</source>
        <translation>Demi-temps contextuel</translation>
    </message>
    <message>
        <source>Not shown: %1.</source>
        <translation>Non montré : %1.</translation>
    </message>
    <message>
        <source>length of a constant infusion [h]</source>
        <translation>durée d’une perfusion constante [h]</translation>
    </message>
    <message>
        <source>time to half [min]</source>
        <translation>temps jusqu’à la moitié [min]</translation>
    </message>
    <message>
        <source>Infusions of the route %1. In a linear model their rate makes no difference.</source>
        <translation>Perfusions par la voie %1. Dans un modèle linéaire, leur débit ne change rien.</translation>
    </message>
    <message>
        <source>Infusions of the route %1 at this scenario’s own rate (%2): this model is not linear, so that another rate gives another curve.</source>
        <translation>Perfusions par la voie %1 au débit propre à ce scénario (%2) : ce modèle n’est pas linéaire, si bien qu’un autre débit donne une autre courbe.</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Tronçon</translation>
    </message>
    <message>
        <source>The scenario has one curve only.</source>
        <translation>Le scénario n’a qu’une seule courbe.</translation>
    </message>
</context>
<context>
    <name>ketascope::MeasureEdit</name>
    <message>
        <source>Unit of %1</source>
        <translation>Unité de %1</translation>
    </message>
    <message>
        <source>Choosing another unit converts the number.</source>
        <translation>Choisir une autre unité convertit le nombre.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Écrivez un nombre.</translation>
    </message>
    <message>
        <source>The number must be above zero.</source>
        <translation>Le nombre doit être supérieur à zéro.</translation>
    </message>
    <message>
        <source>This is no number. Write it like 0.5; the unit stands beside.</source>
        <translation>Ce n’est pas un nombre. Écrivez par exemple 0,5 ; l’unité est à côté.</translation>
    </message>
    <message>
        <source>year</source>
        <translation>ans</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semaines</translation>
    </message>
</context>
<context>
    <name>ketascope::MessageBar</name>
    <message>
        <source>Error:</source>
        <translation>Erreur :</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Avertissement :</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Note :</translation>
    </message>
</context>
<context>
    <name>ketascope::MetricsTableModel</name>
    <message>
        <source>The band belongs to another drug form or matrix than this curve.</source>
        <translation>La zone appartient à une autre forme ou matrice que cette courbe.</translation>
    </message>
    <message>
        <source>The curve does not end in a straight line on the logarithmic axis; let it run for longer.</source>
        <translation>La courbe ne finit pas en ligne droite sur l’axe logarithmique ; prolongez-la.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
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
        <translation>Nom du scénario</translation>
    </message>
    <message>
        <source>What was computed</source>
        <translation>Ce qui a été calculé</translation>
    </message>
    <message>
        <source>Highest concentration in the time shown</source>
        <translation>Concentration la plus haute du temps montré</translation>
    </message>
    <message>
        <source>Time of the highest concentration</source>
        <translation>Temps de la concentration la plus haute</translation>
    </message>
    <message>
        <source>Area under the curve over the time shown</source>
        <translation>Aire sous la courbe du temps montré</translation>
    </message>
    <message>
        <source>Area under the curve with the tail extrapolated, where the tail allows it</source>
        <translation>Aire sous la courbe avec la queue extrapolée, là où elle le permet</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Dans %1</translation>
    </message>
    <message>
        <source>Time in the band: %1</source>
        <translation>Temps dans la zone : %1</translation>
    </message>
    <message>
        <source>Half-life (fitted)</source>
        <translation>Demi-vie (ajustée)</translation>
    </message>
    <message>
        <source>Half-life of a line fitted to the last third of the falling part that is shown; the tab Maths has those of the model</source>
        <translation>Demi-vie d’une droite ajustée au dernier tiers de la descente montrée ; celles du modèle sont sous l’onglet Maths</translation>
    </message>
</context>
<context>
    <name>ketascope::ModelCardPanel</name>
    <message>
        <source>Model whose card is shown</source>
        <translation>Modèle dont la fiche est montrée</translation>
    </message>
    <message>
        <source>Diagram smaller</source>
        <translation>Réduire le schéma</translation>
    </message>
    <message>
        <source>Diagram larger</source>
        <translation>Agrandir le schéma</translation>
    </message>
    <message>
        <source>Fit the diagram into its place</source>
        <translation>Ajuster le schéma à sa place</translation>
    </message>
    <message>
        <source>Structure of the model, drawn</source>
        <translation>Structure du modèle, dessinée</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Card of</source>
        <translation>Fiche de</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
</context>
<context>
    <name>ketascope::ModelCatalog</name>
    <message>
        <source>Grade: %1</source>
        <translation>Niveau : %1</translation>
    </message>
    <message>
        <source>%1 does not describe this route. Models that do: %2.</source>
        <translation>%1 ne décrit pas cette voie. Modèles qui la décrivent : %2.</translation>
    </message>
</context>
<context>
    <name>ketascope::OutputButton</name>
    <message>
        <source>Curves shown</source>
        <translation>Courbes montrées</translation>
    </message>
    <message>
        <source>Which of the model&apos;s curves this scenario shows</source>
        <translation>Quelles courbes du modèle ce scénario montre</translation>
    </message>
    <message>
        <source>&amp;All concentrations</source>
        <translation>&amp;Toutes les concentrations</translation>
    </message>
    <message>
        <source>all concentrations</source>
        <translation>toutes les concentrations</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 choisies</translation>
    </message>
    <message>
        <source>The model has one curve only.</source>
        <translation>Le modèle n’a qu’une seule courbe.</translation>
    </message>
</context>
<context>
    <name>ketascope::ParameterPanel</name>
    <message>
        <source>Find a parameter</source>
        <translation>Chercher un paramètre</translation>
    </message>
    <message>
        <source>All &amp;published</source>
        <translation>Tous tels que &amp;publiés</translation>
    </message>
    <message>
        <source>Set every parameter of this scenario back to its published value</source>
        <translation>Remettre chaque paramètre de ce scénario à sa valeur publiée</translation>
    </message>
    <message>
        <source>published: %1</source>
        <translation>publié : %1</translation>
    </message>
    <message>
        <source>Slider of %1</source>
        <translation>Curseur de %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reset %1 to its published value</source>
        <translation>Remettre %1 à sa valeur publiée</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Aucun modèle n’est ouvert.</translation>
    </message>
    <message>
        <source>Parameters of %1. What differs from the publication is in bold.</source>
        <translation>Paramètres de %1. Ce qui diffère de la publication est en gras.</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>modifier %1</translation>
    </message>
    <message>
        <source>published parameters</source>
        <translation>paramètres publiés</translation>
    </message>
    <message>
        <source>Every parameter of this scenario has its published value.</source>
        <translation>Chaque paramètre de ce scénario a sa valeur publiée.</translation>
    </message>
    <message>
        <source>The parameter has its published value.</source>
        <translation>Le paramètre a sa valeur publiée.</translation>
    </message>
</context>
<context>
    <name>ketascope::PatientsDialog</name>
    <message>
        <source>&amp;Between people</source>
        <translation>Entre &amp;personnes</translation>
    </message>
    <message>
        <source>Between &amp;occasions</source>
        <translation>Entre &amp;occasions</translation>
    </message>
    <message>
        <source>&amp;Residual error</source>
        <translation>Erreur &amp;résiduelle</translation>
    </message>
    <message>
        <source>&amp;Uncertainty of the estimates</source>
        <translation>&amp;Incertitude des estimations</translation>
    </message>
    <message>
        <source>Virtual patients</source>
        <translation>Patients virtuels</translation>
    </message>
    <message>
        <source>Number of patients</source>
        <translation>Nombre de patients</translation>
    </message>
    <message>
        <source>Patients per scenario; more of them make smoother percentiles</source>
        <translation>Patients par scénario ; plus ils sont nombreux, plus les percentiles sont lisses</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>A whole number. The same seed gives the same patients</source>
        <translation>Un nombre entier. La même graine donne les mêmes patients</translation>
    </message>
    <message>
        <source>Every patient draws what the model says of how people differ</source>
        <translation>Chaque patient est tiré selon ce que le modèle dit des différences entre personnes</translation>
    </message>
    <message>
        <source>What varies within a person is drawn anew when an occasion begins</source>
        <translation>Ce qui varie chez une même personne est tiré à nouveau au début de chaque occasion</translation>
    </message>
    <message>
        <source>Further occasions begin at</source>
        <translation>D’autres occasions commencent à</translation>
    </message>
    <message>
        <source>Adds to each value what an assay and a misfit of the model would add</source>
        <translation>Ajoute à chaque valeur l’écart dû au dosage et à l’imperfection du modèle</translation>
    </message>
    <message>
        <source>Every patient draws the estimates, too, from their standard errors</source>
        <translation>Pour chaque patient, les estimations sont aussi tirées d’après leurs erreurs types</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Graine</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Ils diffèrent</translation>
    </message>
    <message>
        <source>Occasions begin &amp;at</source>
        <translation>&amp;Début des occasions</translation>
    </message>
    <message>
        <source>Also drawn</source>
        <translation>Également tirés</translation>
    </message>
    <message>
        <source>covariates</source>
        <translation>covariables</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>cibles</translation>
    </message>
    <message>
        <source>Covariates and targets of patients are written into the file.</source>
        <translation>Les covariables et les cibles des patients s’écrivent dans le fichier.</translation>
    </message>
    <message>
        <source>The file also states %1; they stay as they are.</source>
        <translation>Le fichier indique aussi %1 ; cela reste tel quel.</translation>
    </message>
    <message>
        <source>No model shown states variability between people.</source>
        <translation>Aucun modèle affiché n’indique de variabilité entre personnes.</translation>
    </message>
    <message>
        <source>No model shown states variability between occasions.</source>
        <translation>Aucun modèle affiché n’indique de variabilité entre occasions.</translation>
    </message>
    <message>
        <source>No model shown states a residual error.</source>
        <translation>Aucun modèle affiché n’indique d’erreur résiduelle.</translation>
    </message>
    <message>
        <source>No model shown states standard errors of its estimates.</source>
        <translation>Aucun modèle affiché n’indique les erreurs types de ses estimations.</translation>
    </message>
    <message>
        <source>The seed is a whole number that is not negative.</source>
        <translation>La graine est un nombre entier non négatif.</translation>
    </message>
    <message>
        <source>virtual patients</source>
        <translation>patients virtuels</translation>
    </message>
    <message>
        <source>for example 24 h; 48 h</source>
        <translation>par exemple 24 h; 48 h</translation>
    </message>
    <message>
        <source>Times after the start, with their units, divided by semicolons; without any the whole course is one occasion</source>
        <translation>Temps après le début, avec leurs unités, séparés par des points-virgules ; sans aucun, tout le déroulement est une seule occasion</translation>
    </message>
    <message>
        <source>Occasions begin at times after the start, like 24 h; 48 h.</source>
        <translation>Les occasions commencent à des temps après le début, comme 24 h; 48 h.</translation>
    </message>
</context>
<context>
    <name>ketascope::PatientsPanel</name>
    <message>
        <source>How virtual patients differ</source>
        <translation>Comment les patients virtuels diffèrent</translation>
    </message>
    <message>
        <source>Who the patients are</source>
        <translation>Qui sont les patients</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <source>Copy this table for a spreadsheet</source>
        <translation>Copier ce tableau pour un tableur</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Enregistrer le tableau…</translation>
    </message>
    <message>
        <source>Write this table as comma-separated values</source>
        <translation>Écrire ce tableau en valeurs séparées par des virgules</translation>
    </message>
    <message>
        <source>Computing… %1 %</source>
        <translation>Calcul… %1 %</translation>
    </message>
    <message>
        <source>There is no table yet.</source>
        <translation>Il n’y a pas encore de tableau.</translation>
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
        <translation>Temps dans %1</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Cible : %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 patients</source>
        <translation>%1 patients</translation>
    </message>
    <message>
        <source>Patients who are in the band at all; of %1</source>
        <translation>Patients qui passent par la zone ; sur %1</translation>
    </message>
    <message>
        <source>Patients who reach the target; of %1</source>
        <translation>Patients qui atteignent la cible ; sur %1</translation>
    </message>
    <message>
        <source>%1 % of the patients have no more than this</source>
        <translation>%1 % des patients n’ont pas plus que cela</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Grandeur</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Atteint par</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Nom du scénario</translation>
    </message>
    <message>
        <source>What was computed</source>
        <translation>Ce qui a été calculé</translation>
    </message>
    <message>
        <source>What is measured of every patient</source>
        <translation>Ce qui est mesuré chez chaque patient</translation>
    </message>
    <message>
        <source>Part of the patients who are in the band at all, or reach the target</source>
        <translation>Part des patients qui passent par la zone ou atteignent la cible</translation>
    </message>
    <message>
        <source>Mean over all patients</source>
        <translation>Moyenne de tous les patients</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioDocument</name>
    <message>
        <source>recover unsaved changes</source>
        <translation>récupérer les modifications non enregistrées</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioListModel</name>
    <message>
        <source>show scenario</source>
        <translation>montrer le scénario</translation>
    </message>
    <message>
        <source>hide scenario</source>
        <translation>masquer le scénario</translation>
    </message>
    <message>
        <source>rename scenario</source>
        <translation>renommer le scénario</translation>
    </message>
    <message>
        <source>add scenario</source>
        <translation>ajouter un scénario</translation>
    </message>
    <message>
        <source>duplicate scenario</source>
        <translation>dupliquer le scénario</translation>
    </message>
    <message>
        <source>remove scenario</source>
        <translation>supprimer le scénario</translation>
    </message>
    <message>
        <source>What is shown stays until the lesson&apos;s question is answered.</source>
        <translation>Ce qui est montré reste tel quel jusqu’à la réponse à la question de la leçon.</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioPanel</name>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Tick to show a scenario; F2 renames it.</source>
        <translation>Cochez pour montrer un scénario ; F2 le renomme.</translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation>&amp;Nouveau scénario</translation>
    </message>
    <message>
        <source>Add a scenario to this document</source>
        <translation>Ajouter un scénario à ce document</translation>
    </message>
    <message>
        <source>Copy the scenario chosen in the list</source>
        <translation>Copier le scénario choisi dans la liste</translation>
    </message>
    <message>
        <source>Remove the scenario chosen in the list (undo brings it back)</source>
        <translation>Supprimer le scénario choisi dans la liste (Annuler le ramène)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>The lesson keeps its scenarios.</source>
        <translation>La leçon garde ses scénarios.</translation>
    </message>
    <message>
        <source>Choose a scenario in the list first.</source>
        <translation>Choisissez d’abord un scénario dans la liste.</translation>
    </message>
</context>
<context>
    <name>ketascope::ScheduleModel</name>
    <message>
        <source>at once</source>
        <translation>en une fois</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>une seule fois</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La leçon garde ceci tel quel.</translation>
    </message>
    <message>
        <source>This route takes its dose at once.</source>
        <translation>Par cette voie, la dose est donnée en une fois.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Voie</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétitions</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Toutes les</translation>
    </message>
    <message>
        <source>How the dose is given; only what the model describes can be chosen</source>
        <translation>Comment la dose est donnée ; seul ce que le modèle décrit peut être choisi</translation>
    </message>
    <message>
        <source>Amount of drug per dose</source>
        <translation>Quantité de principe actif par dose</translation>
    </message>
    <message>
        <source>Total or per body weight; another unit converts the amount</source>
        <translation>Totale ou par poids corporel ; une autre unité convertit la quantité</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Temps après le début du scénario</translation>
    </message>
    <message>
        <source>A duration (40 min) or a rate (20 mg/h); empty for a single push</source>
        <translation>Une durée (40 min) ou un débit (20 mg/h) ; vide pour une injection unique</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Doses suivant la première</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Temps entre les doses répétées</translation>
    </message>
    <message>
        <source>%1 does not describe this route.</source>
        <translation>%1 ne décrit pas cette voie.</translation>
    </message>
    <message>
        <source>An amount is a number that is not negative, like 0.5 or 0.5 mg/kg.</source>
        <translation>Une quantité est un nombre non négatif, comme 0,5 ou 0,5 mg/kg.</translation>
    </message>
    <message>
        <source>%1 is no unit of an amount.</source>
        <translation>%1 n’est pas une unité de quantité.</translation>
    </message>
    <message>
        <source>A start is a time that is not negative, like 2 h.</source>
        <translation>Un début est un temps non négatif, comme 2 h.</translation>
    </message>
    <message>
        <source>Write a duration like 40 min, a rate like 20 mg/h, or nothing.</source>
        <translation>Écrivez une durée comme 40 min, un débit comme 20 mg/h, ou rien.</translation>
    </message>
    <message>
        <source>Repeats are a whole number from 0 to %1.</source>
        <translation>Les répétitions sont un nombre entier de 0 à %1.</translation>
    </message>
    <message>
        <source>Write the time between doses like 8 h.</source>
        <translation>Écrivez le temps entre les doses comme 8 h.</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>modifier %1</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>ajouter une dose</translation>
    </message>
    <message>
        <source>copy dose</source>
        <translation>copier la dose</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>retirer une dose</translation>
    </message>
    <message>
        <source>The lesson keeps the schedule as it is.</source>
        <translation>La leçon garde le plan tel quel.</translation>
    </message>
    <message>
        <source>The doses come from an event table; change them there.</source>
        <translation>Les doses viennent d’une table d’événements ; modifiez-les là-bas.</translation>
    </message>
    <message>
        <source>There is no scenario with a known model to give a dose to.</source>
        <translation>Il n’y a pas de scénario avec un modèle connu auquel donner une dose.</translation>
    </message>
    <message>
        <source>once, at steady state</source>
        <translation>une fois, à l’équilibre</translation>
    </message>
    <message>
        <source>%1, at steady state</source>
        <translation>%1, à l’équilibre</translation>
    </message>
    <message>
        <source>%1 (set by hand)</source>
        <translation>%1 (fixé à la main)</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>comme le modèle</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Time before the dose enters; empty for the model&apos;s own</source>
        <translation>Temps avant que la dose n’entre ; vide pour celui du modèle</translation>
    </message>
    <message>
        <source>Part of the dose that enters, like 0.5 or 50 %; empty for the model&apos;s own</source>
        <translation>Part de la dose qui entre, comme 0,5 ou 50 % ; vide pour celle du modèle</translation>
    </message>
    <message>
        <source>A lag is a time that is not negative, like 10 min, or nothing.</source>
        <translation>Un délai est un temps non négatif, comme 10 min, ou rien.</translation>
    </message>
    <message>
        <source>F is a part from 0 to 1, like 0.5 or 50 %, or nothing.</source>
        <translation>F est une part de 0 à 1, comme 0,5 ou 50 %, ou rien.</translation>
    </message>
    <message>
        <source>then infuse</source>
        <translation>perfuser ensuite</translation>
    </message>
</context>
<context>
    <name>ketascope::SchedulePanel</name>
    <message>
        <source>Schedule of doses</source>
        <translation>Plan des doses</translation>
    </message>
    <message>
        <source>Add a dose to the schedule</source>
        <translation>Ajouter une dose au plan</translation>
    </message>
    <message>
        <source>Copy the dose chosen in the table</source>
        <translation>Copier la dose choisie dans le tableau</translation>
    </message>
    <message>
        <source>Remove the dose chosen in the table</source>
        <translation>Supprimer la dose choisie dans le tableau</translation>
    </message>
    <message>
        <source>Delete dose</source>
        <translation>Retirer dose</translation>
    </message>
    <message>
        <source>Choose a dose in the table first.</source>
        <translation>Choisissez d’abord une dose dans le tableau.</translation>
    </message>
    <message>
        <source>into %1 (free dosing)</source>
        <translation>dans %1 (dose libre)</translation>
    </message>
    <message>
        <source>Lag and F</source>
        <translation>Délai et F</translation>
    </message>
    <message>
        <source>Show lag time and bioavailability of each dose</source>
        <translation>Montrer le délai et la biodisponibilité de chaque dose</translation>
    </message>
    <message>
        <source>A dose has its own lag or F, which stays in sight.</source>
        <translation>Une dose a son propre délai ou F, qui reste visible.</translation>
    </message>
    <message>
        <source>Add dose</source>
        <translation>Nouvelle dose</translation>
    </message>
    <message>
        <source>Copy dose</source>
        <translation>Copier dose</translation>
    </message>
    <message>
        <source>This is the only dose: change it, or remove the scenario.</source>
        <translation>C’est la seule dose : modifiez-la ou supprimez le scénario.</translation>
    </message>
    <message>
        <source>Then infuse</source>
        <translation>+ Perfusion</translation>
    </message>
    <message>
        <source>A loading dose and its infusion: adds an infusion of the same amount over an hour that begins where the dose chosen ends</source>
        <translation>Dose de charge et sa perfusion : ajoute une perfusion de la même quantité sur une heure, qui commence là où finit la dose choisie</translation>
    </message>
</context>
<context>
    <name>ketascope::StyleDialog</name>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>vermillon</translation>
    </message>
    <message>
        <source>bluish green</source>
        <translation>vert bleuté</translation>
    </message>
    <message>
        <source>reddish purple</source>
        <translation>pourpre rougeâtre</translation>
    </message>
    <message>
        <source>black</source>
        <translation>noir</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>bleu ciel</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>continu</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>tirets</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>pointillés</translation>
    </message>
    <message>
        <source>dash-dot</source>
        <translation>tiret-point</translation>
    </message>
    <message>
        <source>dash-dot-dot</source>
        <translation>tiret-point-point</translation>
    </message>
    <message>
        <source>long dashes</source>
        <translation>tirets longs</translation>
    </message>
    <message>
        <source>Curve styles</source>
        <translation>Styles des courbes</translation>
    </message>
    <message>
        <source>Style of each curve</source>
        <translation>Style de chaque courbe</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Trait</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Épaisseur</translation>
    </message>
    <message>
        <source>Text in the legend</source>
        <translation>Texte de la légende</translation>
    </message>
    <message>
        <source>As usual, a scenario has a colour of a palette that colour-blind readers tell apart, and a metabolite a line pattern of its own. Styles are part of the document and of everything that is exported.</source>
        <translation>Par défaut, un scénario a une couleur d’une palette que les daltoniens distinguent, et un métabolite son propre type de trait. Les styles font partie du document et de tout ce qui est exporté.</translation>
    </message>
    <message>
        <source>All as &amp;usual</source>
        <translation>Tout par &amp;défaut</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1 de %2, %3</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>another one…</source>
        <translation>une autre…</translation>
    </message>
    <message>
        <source>All curves of a scenario share its colour</source>
        <translation>Toutes les courbes d’un scénario partagent sa couleur</translation>
    </message>
    <message>
        <source>Colour of the scenario</source>
        <translation>Couleur du scénario</translation>
    </message>
    <message>
        <source>curve styles</source>
        <translation>styles des courbes</translation>
    </message>
    <message>
        <source>In a dark window dark colours are drawn lighter; the document keeps what you chose.</source>
        <translation>Dans une fenêtre sombre, les couleurs sombres sont dessinées plus claires ; le document garde celles que vous avez choisies.</translation>
    </message>
</context>
<context>
    <name>ketascope::TargetDialog</name>
    <message>
        <source>Find the dose for a target</source>
        <translation>Chercher la dose pour une cible</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Quoi</translation>
    </message>
    <message>
        <source>What is to reach the target</source>
        <translation>Ce qui doit atteindre la cible</translation>
    </message>
    <message>
        <source>highest value (Cmax)</source>
        <translation>valeur la plus haute (Cmax)</translation>
    </message>
    <message>
        <source>lowest value (trough)</source>
        <translation>valeur la plus basse (résiduelle)</translation>
    </message>
    <message>
        <source>average</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>time within a range</source>
        <translation>temps dans une plage</translation>
    </message>
    <message>
        <source>value at a time</source>
        <translation>valeur à un moment donné</translation>
    </message>
    <message>
        <source>of &amp;curve</source>
        <translation>de la &amp;courbe</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>range from</source>
        <translation>plage de</translation>
    </message>
    <message>
        <source>Lower limit; empty for none</source>
        <translation>Limite inférieure ; vide si aucune</translation>
    </message>
    <message>
        <source>range to</source>
        <translation>plage jusqu’à</translation>
    </message>
    <message>
        <source>Upper limit; empty for none</source>
        <translation>Limite supérieure ; vide si aucune</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>is to &amp;be</source>
        <translation>&amp;doit être</translation>
    </message>
    <message>
        <source>The target</source>
        <translation>La cible</translation>
    </message>
    <message>
        <source>w&amp;hen</source>
        <translation>qua&amp;nd</translation>
    </message>
    <message>
        <source>When it is looked for</source>
        <translation>Quand on la cherche</translation>
    </message>
    <message>
        <source>between two times</source>
        <translation>entre deux temps</translation>
    </message>
    <message>
        <source>in the last interval of the dose</source>
        <translation>dans le dernier intervalle de la dose</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>d&amp;e</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Temps après le début du scénario</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;jusqu’à</translation>
    </message>
    <message>
        <source>by &amp;dose</source>
        <translation>par la d&amp;ose</translation>
    </message>
    <message>
        <source>Dose that changes</source>
        <translation>Dose qui change</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1 : %2 %3</translation>
    </message>
    <message>
        <source>changing &amp;its</source>
        <translation>en faisant &amp;varier</translation>
    </message>
    <message>
        <source>What of the dose changes</source>
        <translation>Ce qui change dans la dose</translation>
    </message>
    <message>
        <source>between</source>
        <translation>entre</translation>
    </message>
    <message>
        <source>Smallest value that is tried</source>
        <translation>Plus petite valeur essayée</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>Largest value that is tried</source>
        <translation>Plus grande valeur essayée</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Looking for the dose</source>
        <translation>Recherche de la dose</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>Che&amp;rcher</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>quantité</translation>
    </message>
    <message>
        <source>rate, for as long as before</source>
        <translation>débit, pour la même durée</translation>
    </message>
    <message>
        <source>Only a dose that is given at a rate has one.</source>
        <translation>Seule une dose donnée à un débit en a un.</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>intervalle</translation>
    </message>
    <message>
        <source>The dose is given once.</source>
        <translation>La dose est donnée une seule fois.</translation>
    </message>
    <message>
        <source>&amp;at</source>
        <translation>&amp;au temps</translation>
    </message>
    <message>
        <source>Say first what the target is.</source>
        <translation>Dites d’abord quelle est la cible.</translation>
    </message>
    <message>
        <source>Puts the value found into the schedule; undo takes it back.</source>
        <translation>Met la valeur trouvée dans le plan ; Annuler ramène en arrière.</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>débit</translation>
    </message>
    <message>
        <source>With %1 = %2: %3 %4.</source>
        <translation>Avec %1 = %2 : %3 %4.</translation>
    </message>
    <message>
        <source>That is %1 for %2.</source>
        <translation>Soit %1 pendant %2.</translation>
    </message>
    <message>
        <source>Larger values between the bounds reach it as well.</source>
        <translation>De plus grandes valeurs entre les bornes l’atteignent aussi.</translation>
    </message>
    <message>
        <source>dose for a target</source>
        <translation>dose pour une cible</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La leçon garde ceci tel quel.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Pharmacokinetics of ketamine in a window.</source>
        <translation>Pharmacocinétique de la kétamine dans une fenêtre.</translation>
    </message>
    <message>
        <source>Scenario files to open.</source>
        <translation>Fichiers de scénarios à ouvrir.</translation>
    </message>
</context>
</TS>
