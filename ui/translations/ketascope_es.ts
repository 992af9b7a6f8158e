<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>QMenu</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>▲ 1 band higher</source>
        <translation>▲ 1 banda más arriba</translation>
    </message>
    <message>
        <source>▲ %1 bands higher</source>
        <translation>▲ %1 bandas más arriba</translation>
    </message>
    <message>
        <source>▼ 1 band lower</source>
        <translation>▼ 1 banda más abajo</translation>
    </message>
    <message>
        <source>▼ %1 bands lower</source>
        <translation>▼ %1 bandas más abajo</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>For teaching and research. Not for dosing decisions.</source>
        <translation>Para la docencia y la investigación. No para decidir dosis.</translation>
    </message>
    <message>
        <source>time [{0}]</source>
        <translation>tiempo [{0}]</translation>
    </message>
    <message>
        <source>time after the first dose [{0}]</source>
        <translation>tiempo desde la primera dosis [{0}]</translation>
    </message>
    <message>
        <source>time after the end of the input [{0}]</source>
        <translation>tiempo desde el final de la administración [{0}]</translation>
    </message>
    <message>
        <source>concentration</source>
        <translation>concentración</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>effect site</source>
        <translation>sitio efecto</translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} en {1}</translation>
    </message>
    <message>
        <source>Incomplete: {0}</source>
        <translation>Incompleto: {0}</translation>
    </message>
    <message>
        <source>{0} {1}-form</source>
        <translation>{0} forma {1}</translation>
    </message>
    <message>
        <source>{0} over {1}</source>
        <translation>{0} en {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} a {1}</translation>
    </message>
    <message>
        <source>{0}, {1} times every {2}</source>
        <translation>{0}, {1} veces cada {2}</translation>
    </message>
    <message>
        <source>{0}, at steady state every {1}</source>
        <translation>{0}, en estado estacionario cada {1}</translation>
    </message>
    <message>
        <source>{0} Solid: arterial. Dashed: venous. Dotted: sampling site unknown. Shaded: lowest to highest of {1} models.</source>
        <translation>{0} Continua: arterial. A trazos: venoso. De puntos: lugar de muestreo desconocido. Sombreado: del más bajo al más alto de {1} modelos.</translation>
    </message>
    <message>
        <source>Peak and exposure</source>
        <translation>Pico y exposición</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Magnitud</translation>
    </message>
    <message>
        <source>{0} (baseline)</source>
        <translation>{0} (referencia)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>AUC ratio {0}</source>
        <translation>Cociente de AUC {0}</translation>
    </message>
    <message>
        <source>time in {0}</source>
        <translation>tiempo en {0}</translation>
    </message>
    <message>
        <source>peak effect: {0}</source>
        <translation>efecto máximo: {0}</translation>
    </message>
    <message>
        <source>Scenario {0}: {1}</source>
        <translation>Escenario {0}: {1}</translation>
    </message>
    <message>
        <source>Doses: event table {0}</source>
        <translation>Dosis: tabla de eventos {0}</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>a {0}</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>de una vez</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>una sola vez</translation>
    </message>
    <message>
        <source>{0} more, every {1}</source>
        <translation>{0} más, cada {1}</translation>
    </message>
    <message>
        <source>{0}, from steady state</source>
        <translation>{0}, desde el estado estacionario</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Durante</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <source>Model {0}; subject: {1}; until {2}; seed {3}; {4}</source>
        <translation>Modelo {0}; sujeto: {1}; hasta {2}; semilla {3}; {4}</translation>
    </message>
    <message>
        <source>as the model&apos;s standard</source>
        <translation>el estándar del modelo</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>mostrado</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>Taken beside: {0}</source>
        <translation>Tomado además: {0}</translation>
    </message>
    <message>
        <source>Not as published: {0}</source>
        <translation>Distinto de lo publicado: {0}</translation>
    </message>
    <message>
        <source>Model card: {0}</source>
        <translation>Ficha del modelo: {0}</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Escenarios</translation>
    </message>
    <message>
        <source>Schedules and subjects</source>
        <translation>Pautas y sujetos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Estructura</translation>
    </message>
    <message>
        <source>{0} (amount per time)</source>
        <translation>{0} (cantidad por tiempo)</translation>
    </message>
    <message>
        <source>SD {0} on the logit scale</source>
        <translation>DE {0} en la escala logit</translation>
    </message>
    <message>
        <source>{0} between subjects</source>
        <translation>{0} entre sujetos</translation>
    </message>
    <message>
        <source>{0} between occasions</source>
        <translation>{0} entre ocasiones</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} a {1}</translation>
    </message>
    <message>
        <source>proportional {0}</source>
        <translation>proporcional {0}</translation>
    </message>
    <message>
        <source>on the log scale {0}</source>
        <translation>en la escala log {0}</translation>
    </message>
    <message>
        <source>additive {0}</source>
        <translation>aditivo {0}</translation>
    </message>
    <message>
        <source>The kinetics are not linear: there is no fixed half-life.</source>
        <translation>La cinética no es lineal: no hay una semivida fija.</translation>
    </message>
    <message>
        <source>phase {0}</source>
        <translation>fase {0}</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>id</source>
        <translation>identificador</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>resumen</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>grado</translation>
    </message>
    <message>
        <source>why this grade</source>
        <translation>motivo del grado</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>autores</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>revista</translation>
    </message>
    <message>
        <source>year</source>
        <translation>año</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>no DOI because</source>
        <translation>sin DOI porque</translation>
    </message>
    <message>
        <source>Population and assay</source>
        <translation>Población y ensayo</translation>
    </message>
    <message>
        <source>population</source>
        <translation>población</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>age</source>
        <translation>edad</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>peso</translation>
    </message>
    <message>
        <source>drug form</source>
        <translation>forma del fármaco</translation>
    </message>
    <message>
        <source>doses count</source>
        <translation>las dosis cuentan</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>matriz</translation>
    </message>
    <message>
        <source>sampling site</source>
        <translation>lugar de muestreo</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Conflicts between sources</source>
        <translation>Conflictos entre fuentes</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Vías de administración</translation>
    </message>
    <message>
        <source>route</source>
        <translation>vía</translation>
    </message>
    <message>
        <source>enters</source>
        <translation>entra en</translation>
    </message>
    <message>
        <source>infusion</source>
        <translation>infusión</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Compartments</source>
        <translation>Compartimentos</translation>
    </message>
    <message>
        <source>compartment</source>
        <translation>compartimento</translation>
    </message>
    <message>
        <source>analyte</source>
        <translation>analito</translation>
    </message>
    <message>
        <source>equations</source>
        <translation>ecuaciones</translation>
    </message>
    <message>
        <source>description</source>
        <translation>descripción</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Flujos</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>velocidad</translation>
    </message>
    <message>
        <source>what</source>
        <translation>qué</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>exterior</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>parámetro</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidad</translation>
    </message>
    <message>
        <source>RSE</source>
        <translation>RSE</translation>
    </message>
    <message>
        <source>variability</source>
        <translation>variabilidad</translation>
    </message>
    <message>
        <source>Derived quantities</source>
        <translation>Magnitudes derivadas</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>expresión</translation>
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
        <translation>estándar</translation>
    </message>
    <message>
        <source>valid range</source>
        <translation>intervalo de validez</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Salidas</translation>
    </message>
    <message>
        <source>output</source>
        <translation>salida</translation>
    </message>
    <message>
        <source>site</source>
        <translation>lugar</translation>
    </message>
    <message>
        <source>Analytes</source>
        <translation>Analitos</translation>
    </message>
    <message>
        <source>enantiomer</source>
        <translation>enantiómero</translation>
    </message>
    <message>
        <source>molar mass</source>
        <translation>masa molar</translation>
    </message>
    <message>
        <source>Variability between and within subjects</source>
        <translation>Variabilidad entre sujetos y dentro de cada uno</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>efecto</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sobre</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>distribución</translation>
    </message>
    <message>
        <source>level</source>
        <translation>nivel</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>varianza</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>lognormal</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>sujeto</translation>
    </message>
    <message>
        <source>occasion</source>
        <translation>ocasión</translation>
    </message>
    <message>
        <source>Residual error</source>
        <translation>Error residual</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>Half-lives of the whole system</source>
        <translation>Semividas del sistema completo</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>check</source>
        <translation>comprobación</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>tolerancia</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>evidencia</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publicado</translation>
    </message>
    <message>
        <source>composite</source>
        <translation>compuesto</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>sin verificar</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referencia</translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuario</translation>
    </message>
    <message>
        <source>racemate</source>
        <translation>racemato</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>hydrochloride</source>
        <translation>clorhidrato</translation>
    </message>
    <message>
        <source>plasma</source>
        <translation>plasma</translation>
    </message>
    <message>
        <source>urine</source>
        <translation>orina</translation>
    </message>
    <message>
        <source>arterial</source>
        <translation>arterial</translation>
    </message>
    <message>
        <source>venous</source>
        <translation>venoso</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>derivado</translation>
    </message>
    <message>
        <source>Solid arrows: drug moves, with the rate; an arrow that ends in the open: elimination. Dashed: where the dose of a route enters. Dotted: what an output or another state is computed from. Colours: analytes.</source>
        <translation>Flechas continuas: el fármaco se mueve, con la velocidad; una flecha que termina al aire: eliminación. A trazos: por dónde entra la dosis de una vía. De puntos: a partir de qué se calcula una salida u otro estado. Colores: analitos.</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>cantidad</translation>
    </message>
    <message>
        <source>start</source>
        <translation>inicio</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>duración</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>intervalo</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>dose {0}</source>
        <translation>dosis {0}</translation>
    </message>
    <message>
        <source>parameter {0}</source>
        <translation>parámetro {0}</translation>
    </message>
    <message>
        <source>scenario &apos;{0}&apos;: {1}</source>
        <translation>escenario «{0}»: {1}</translation>
    </message>
    <message>
        <source>{0} &apos;{1}&apos;: {2}</source>
        <translation>{0} «{1}»: {2}</translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>debe ser un número finito</translation>
    </message>
    <message>
        <source>model {0} has no parameter &apos;{1}&apos;</source>
        <translation>el modelo {0} no tiene el parámetro «{1}»</translation>
    </message>
    <message>
        <source>model {0} has no covariate &apos;{1}&apos;</source>
        <translation>el modelo {0} no tiene la covariable «{1}»</translation>
    </message>
    <message>
        <source>it has {0}</source>
        <translation>tiene {0}</translation>
    </message>
    <message>
        <source>it knows {0}</source>
        <translation>conoce {0}</translation>
    </message>
    <message>
        <source>did you mean &apos;{0}&apos;?</source>
        <translation>¿quiso decir «{0}»?</translation>
    </message>
    <message>
        <source>{0} = {1}: a weight must be positive</source>
        <translation>{0} = {1}: un peso debe ser positivo</translation>
    </message>
    <message>
        <source>{0} = {1} is outside the range that {2} was built on ({3} to {4} {5})</source>
        <translation>{0} = {1} está fuera del intervalo con que se construyó {2} ({3} a {4} {5})</translation>
    </message>
    <message>
        <source>the curve is an extrapolation</source>
        <translation>la curva es una extrapolación</translation>
    </message>
    <message>
        <source>until = {0}: must be after the start</source>
        <translation>hasta = {0}: debe ser posterior al inicio</translation>
    </message>
    <message>
        <source>{0}: model {1} has no route &apos;{2}&apos;</source>
        <translation>{0}: el modelo {1} no tiene la vía «{2}»</translation>
    </message>
    <message>
        <source>{0}, {1} = {2}: must not be negative</source>
        <translation>{0}, {1} = {2}: no debe ser negativo</translation>
    </message>
    <message>
        <source>{0}: an infusion needs a duration above 0</source>
        <translation>{0}: una infusión necesita una duración mayor que 0</translation>
    </message>
    <message>
        <source>leave the duration out for a dose given at once</source>
        <translation>para una dosis de una vez, omita la duración</translation>
    </message>
    <message>
        <source>{0}: give a duration or a rate, not both</source>
        <translation>{0}: indique una duración o una velocidad, no ambas</translation>
    </message>
    <message>
        <source>{0}: route &apos;{1}&apos; of model {2} is given at once, not over a time</source>
        <translation>{0}: la vía «{1}» del modelo {2} se administra de una vez, no durante un tiempo</translation>
    </message>
    <message>
        <source>leave duration and rate out</source>
        <translation>omita duración y velocidad</translation>
    </message>
    <message>
        <source>leave duration and rate out, or use {0}</source>
        <translation>omita duración y velocidad, o use {0}</translation>
    </message>
    <message>
        <source>{0}: the number of repeats must not be negative</source>
        <translation>{0}: el número de repeticiones no debe ser negativo</translation>
    </message>
    <message>
        <source>{0}: repeated doses need an interval above 0</source>
        <translation>{0}: las dosis repetidas necesitan un intervalo mayor que 0</translation>
    </message>
    <message>
        <source>{0} starts at {1}, after the end of the simulation, and is not given</source>
        <translation>{0} empieza a {1}, tras el final de la simulación, y no se administra</translation>
    </message>
    <message>
        <source>simulate for longer</source>
        <translation>simule durante más tiempo</translation>
    </message>
    <message>
        <source>an infusion needs a rate above 0</source>
        <translation>una infusión necesita una velocidad mayor que 0</translation>
    </message>
    <message>
        <source>leave the rate out for a dose given at once</source>
        <translation>para una dosis de una vez, omita la velocidad</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no dose basis</source>
        <translation>«{0}» no es una base de dosis</translation>
    </message>
    <message>
        <source>use base or hydrochloride</source>
        <translation>use base o hydrochloride</translation>
    </message>
    <message>
        <source>half of a racemic dose is {0}-ketamine; {1} shows that half only</source>
        <translation>la mitad de una dosis racémica es {0}-ketamina; {1} solo muestra esa mitad</translation>
    </message>
    <message>
        <source>model {0} is for {1}, not for {2}</source>
        <translation>el modelo {0} es para {1}, no para {2}</translation>
    </message>
    <message>
        <source>choose a model of that form</source>
        <translation>elija un modelo de esa forma</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no drug form</source>
        <translation>«{0}» no es una forma del fármaco</translation>
    </message>
    <message>
        <source>use racemate, S or R</source>
        <translation>use racemate, S o R</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; does not know the covariate &apos;{1}&apos;</source>
        <translation>el modelo «{0}» no conoce la covariable «{1}»</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; does not know the parameter &apos;{1}&apos;</source>
        <translation>el modelo «{0}» no conoce el parámetro «{1}»</translation>
    </message>
    <message>
        <source>model &apos;{0}&apos; has no output &apos;{1}&apos;</source>
        <translation>el modelo «{0}» no tiene la salida «{1}»</translation>
    </message>
    <message>
        <source>{0} = &apos;{1}&apos;: the model has no such category</source>
        <translation>{0} = «{1}»: el modelo no tiene esa categoría</translation>
    </message>
    <message>
        <source>known: {0}</source>
        <translation>conocidas: {0}</translation>
    </message>
    <message>
        <source>an event table gives its own doses and takes no interaction</source>
        <translation>una tabla de eventos da sus propias dosis y no admite interacciones</translation>
    </message>
    <message>
        <source>{0} acts on {1}, which model {2} does not have: left out</source>
        <translation>{0} actúa sobre {1}, que el modelo {2} no tiene: omitido</translation>
    </message>
    <message>
        <source>{0} changes nothing in model {1}</source>
        <translation>{0} no cambia nada en el modelo {1}</translation>
    </message>
    <message>
        <source>a model with enzymes is needed, for example ketascope-reference</source>
        <translation>se necesita un modelo con enzimas, por ejemplo ketascope-reference</translation>
    </message>
    <message>
        <source>its enzymes are {0}</source>
        <translation>sus enzimas son {0}</translation>
    </message>
    <message>
        <source>{0} has no regimen &apos;{1}&apos;</source>
        <translation>{0} no tiene la pauta «{1}»</translation>
    </message>
    <message>
        <source>effect &apos;{0}&apos; is there twice</source>
        <translation>el efecto «{0}» está dos veces</translation>
    </message>
    <message>
        <source>effect {0}: half of the concentration of &apos;{1}&apos; stands for {2}. {3}</source>
        <translation>efecto {0}: la mitad de la concentración de «{1}» representa {2}. {3}</translation>
    </message>
    <message>
        <source>effect {0} follows {1}, but model {2} gives &apos;{3}&apos; of both enantiomers together</source>
        <translation>el efecto {0} sigue a {1}, pero el modelo {2} da «{3}» de ambos enantiómeros juntos</translation>
    </message>
    <message>
        <source>use a model that gives the enantiomer</source>
        <translation>use un modelo que dé el enantiómero</translation>
    </message>
    <message>
        <source>effect {0} follows {1}, which model {2} does not give</source>
        <translation>el efecto {0} sigue a {1}, que el modelo {2} no da</translation>
    </message>
    <message>
        <source>the model gives {0}</source>
        <translation>el modelo da {0}</translation>
    </message>
    <message>
        <source>no concentration</source>
        <translation>ninguna concentración</translation>
    </message>
    <message>
        <source>effect {0} follows {1} {2}, model {3} gives {4} {5}</source>
        <translation>el efecto {0} sigue {1} {2}, el modelo {3} da {4} {5}</translation>
    </message>
    <message>
        <source>effect {0} follows the concentration of {1} without a delay: {2}</source>
        <translation>el efecto {0} sigue la concentración de {1} sin retardo: {2}</translation>
    </message>
    <message>
        <source>effect {0}: estimated with {1}, used with {2}</source>
        <translation>efecto {0}: estimado con {1}, usado con {2}</translation>
    </message>
    <message>
        <source>effect {0}: {1}</source>
        <translation>efecto {0}: {1}</translation>
    </message>
    <message>
        <source>{0} at the effect site ({1})</source>
        <translation>{0} en el sitio efecto ({1})</translation>
    </message>
    <message>
        <source>{0} activity</source>
        <translation>actividad de {0}</translation>
    </message>
    <message>
        <source>{0}, ID {1}: {2} at {3} h; what is shown ends there</source>
        <translation>{0}, ID {1}: {2} a las {3} h; lo mostrado termina ahí</translation>
    </message>
    <message>
        <source>step_limit</source>
        <translation>límite de pasos alcanzado</translation>
    </message>
    <message>
        <source>non_finite</source>
        <translation>valores no finitos</translation>
    </message>
    <message>
        <source>no_steady_state</source>
        <translation>no se halló el estado estacionario</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>{0} mg {1} = {2} mg {3}, which {4} counts</source>
        <translation>{0} mg {1} = {2} mg {3}, lo que cuenta {4}</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}.</source>
        <translation>Pacientes virtuales según la variabilidad publicada, semilla {0}.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates.</source>
        <translation>Pacientes virtuales según la variabilidad publicada, semilla {0}, con la incertidumbre de las estimaciones.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with residual error.</source>
        <translation>Pacientes virtuales según la variabilidad publicada, semilla {0}, con error residual.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates, with residual error.</source>
        <translation>Pacientes virtuales según la variabilidad publicada, semilla {0}, con la incertidumbre de las estimaciones y error residual.</translation>
    </message>
    <message>
        <source>Observed: {0}.</source>
        <translation>Observado: {0}.</translation>
    </message>
    <message>
        <source>observed: {0}</source>
        <translation>observado: {0}</translation>
    </message>
    <message>
        <source>Open marks: sampled at another site (arterial, venous, not stated) than the curve.</source>
        <translation>Símbolos huecos: muestras de otro lugar (arterial, venoso, no indicado) que la curva.</translation>
    </message>
    <message>
        <source>Open marks: {0}.</source>
        <translation>Símbolos huecos: {0}.</translation>
    </message>
    <message>
        <source>Sites differ: {0}.</source>
        <translation>Lugares distintos: {0}.</translation>
    </message>
    <message>
        <source>{0}: {1} samples beside a curve whose samples are {2}</source>
        <translation>{0}: muestras {1} junto a una curva cuyas muestras son {2}</translation>
    </message>
    <message>
        <source>{0}: {1} samples beside a curve of another site ({2})</source>
        <translation>{0}: muestras {1} junto a una curva de otro lugar ({2})</translation>
    </message>
    <message>
        <source>{0}: Cmax of {1} {2} is not drawn, its time is not stated</source>
        <translation>{0}: Cmax de {1} {2} no se dibuja, no se indica su tiempo</translation>
    </message>
    <message>
        <source>{0}, {1}, observed ({2})</source>
        <translation>{0}, {1}, observado ({2})</translation>
    </message>
    <message>
        <source>site not stated</source>
        <translation>lugar no indicado</translation>
    </message>
    <message>
        <source>age: built on children ({0})</source>
        <translation>edad: construido con niños ({0})</translation>
    </message>
    <message>
        <source>age: built on children ({0}), an adult was taken</source>
        <translation>edad: construido con niños ({0}), se supuso un adulto</translation>
    </message>
    <message>
        <source>age: built on {0}, an adult was taken; --age says otherwise</source>
        <translation>edad: construido para {0}, se supuso un adulto</translation>
    </message>
    <message>
        <source>age: {0} is outside {1}</source>
        <translation>edad: {0} está fuera de {1}</translation>
    </message>
    <message>
        <source>weight: {0} is outside {1}</source>
        <translation>peso: {0} está fuera de {1}</translation>
    </message>
    <message>
        <source>route: has {0}, not {1}</source>
        <translation>vía: tiene {0}, no {1}</translation>
    </message>
    <message>
        <source>route: {0} is given at once, not over a time</source>
        <translation>vía: {0} se administra de una vez, no durante un tiempo</translation>
    </message>
    <message>
        <source>form: built on {0}, not on {1}</source>
        <translation>forma: construido para {0}, no para {1}</translation>
    </message>
    <message>
        <source>output: shows no concentration</source>
        <translation>salida: no muestra ninguna concentración</translation>
    </message>
    <message>
        <source>arterial and venous models are together in one figure: while the drug goes in, arterial concentrations are above venous ones, and they fall faster after it</source>
        <translation>modelos arteriales y venosos en una misma figura: mientras entra el fármaco, las concentraciones arteriales superan a las venosas, y después caen más rápido</translation>
    </message>
    <message>
        <source>infusion starts</source>
        <translation>empieza la infusión</translation>
    </message>
    <message>
        <source>infusion ends</source>
        <translation>termina la infusión</translation>
    </message>
    <message>
        <source>infusion rate changes</source>
        <translation>cambia la velocidad de infusión</translation>
    </message>
    <message>
        <source>bolus</source>
        <translation>bolo</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>reinicio</translation>
    </message>
    <message>
        <source>compartment on</source>
        <translation>compartimento activado</translation>
    </message>
    <message>
        <source>compartment off</source>
        <translation>compartimento desactivado</translation>
    </message>
    <message>
        <source>steady state</source>
        <translation>estado estacionario</translation>
    </message>
    <message>
        <source>steady state added</source>
        <translation>estado estacionario añadido</translation>
    </message>
    <message>
        <source>earlier infusion {0} runs on</source>
        <translation>la infusión anterior {0} continúa</translation>
    </message>
    <message>
        <source>{0} running or pending discarded</source>
        <translation>{0} en curso o pendientes descartadas</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>fila {0}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>línea {0}</translation>
    </message>
    <message>
        <source>{0}, additional dose {1}</source>
        <translation>{0}, dosis adicional {1}</translation>
    </message>
    <message>
        <source>no dose of the schedule is repeated</source>
        <translation>ninguna dosis de la pauta se repite</translation>
    </message>
    <message>
        <source>the curve of a single dose is no plain sum of exponentials</source>
        <translation>la curva de una dosis única no es una simple suma de exponenciales</translation>
    </message>
    <message>
        <source>the model has no route that takes an infusion</source>
        <translation>el modelo no tiene ninguna vía para una infusión</translation>
    </message>
    <message>
        <source>in a model that is not linear they depend on the rate, and no dose here is an infusion</source>
        <translation>en un modelo no lineal dependen de la velocidad, y ninguna dosis de aquí es una infusión</translation>
    </message>
    <message>
        <source>there is no dose</source>
        <translation>no hay ninguna dosis</translation>
    </message>
    <message>
        <source>the output is zero at the end of the input</source>
        <translation>la salida es cero al final de la administración</translation>
    </message>
    <message>
        <source>the output does not fall to half</source>
        <translation>la salida no cae a la mitad</translation>
    </message>
    <message>
        <source>what comes in never leaves, so that the curve rises in a straight line</source>
        <translation>lo que entra nunca sale, de modo que la curva sube en línea recta</translation>
    </message>
    <message>
        <source>it oscillates, or holds rate constants that are equal</source>
        <translation>oscila, o contiene constantes de velocidad iguales</translation>
    </message>
    <message>
        <source>rate constants are equal or nearly so, so that its terms hold powers of t</source>
        <translation>hay constantes de velocidad iguales o casi, de modo que sus términos contienen potencias de t</translation>
    </message>
    <message>
        <source>a compartment is switched off</source>
        <translation>un compartimento está desactivado</translation>
    </message>
    <message>
        <source>the equations of {0} are not linear with constant coefficients; its curves are no sums of exponentials</source>
        <translation>las ecuaciones de {0} no son lineales con coeficientes constantes; sus curvas no son sumas de exponenciales</translation>
    </message>
    <message>
        <source>the number must be finite</source>
        <translation>el número debe ser finito</translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation>falta un número</translation>
    </message>
    <message>
        <source>this does not begin with a number</source>
        <translation>esto no empieza con un número</translation>
    </message>
    <message>
        <source>write a number and its unit, as in 0.5 mg/kg</source>
        <translation>escriba un número y su unidad, como 0,5 mg/kg</translation>
    </message>
    <message>
        <source>the number is too large or too small</source>
        <translation>el número es demasiado grande o demasiado pequeño</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is {1} in base units, but {2} is expected here</source>
        <translation>«{0}» es {1} en unidades base, pero aquí se espera {2}</translation>
    </message>
    <message>
        <source>1 (no unit)</source>
        <translation>1 (sin unidad)</translation>
    </message>
    <message>
        <source>unknown unit &apos;{0}&apos;</source>
        <translation>unidad desconocida «{0}»</translation>
    </message>
    <message>
        <source>there is no band &apos;{0}&apos;</source>
        <translation>no existe la banda «{0}»</translation>
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
        <translation>{0} racemato</translation>
    </message>
    <message>
        <source>Virtual patients</source>
        <translation>Pacientes virtuales</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Alcanzado por</translation>
    </message>
    <message>
        <source>target: {0}</source>
        <translation>objetivo: {0}</translation>
    </message>
    <message>
        <source>{0}, {1} (set by hand)</source>
        <translation>{0}, {1} (fijado a mano)</translation>
    </message>
    <message>
        <source>{0} (set by hand)</source>
        <translation>{0} (fijado a mano)</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>como el modelo</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>into {0} (free dosing)</source>
        <translation>en {0} (dosificación libre)</translation>
    </message>
    <message>
        <source>{0}, dose {1}: {2} (set by hand)</source>
        <translation>{0}, dosis {1}: {2} (fijado a mano)</translation>
    </message>
    <message>
        <source>The dose enters {0} as it is, and no study gives it so</source>
        <translation>La dosis entra en {0} tal cual, y ningún estudio la da así</translation>
    </message>
    <message>
        <source>{0}: model {1} has no compartment &apos;{2}&apos; that takes a dose</source>
        <translation>{0}: el modelo {1} no tiene ningún compartimento «{2}» que admita una dosis</translation>
    </message>
    <message>
        <source>{0}, F = {1}: more cannot enter than is given</source>
        <translation>{0}, F = {1}: no puede entrar más de lo que se da</translation>
    </message>
    <message>
        <source>F is a part, such as 0.5 or 50 %</source>
        <translation>F es una fracción, como 0,5 o 50 %</translation>
    </message>
    <message>
        <source>between {0} and {1} it goes from {2} to {3}, and never is {4}</source>
        <translation>entre {0} y {1} va de {2} a {3}, y nunca es {4}</translation>
    </message>
    <message>
        <source>widen the bounds or choose another target</source>
        <translation>amplíe los límites o elija otro objetivo</translation>
    </message>
    <message>
        <source>no value reaches it: at {0} it jumps past {1}</source>
        <translation>ningún valor lo alcanza: en {0} salta más allá de {1}</translation>
    </message>
    <message>
        <source>between {0} and {1}: both must be above zero, and the second larger</source>
        <translation>entre {0} y {1}: ambos deben ser mayores que cero, y el segundo el mayor</translation>
    </message>
    <message>
        <source>from {0} to {1}: there is no such time</source>
        <translation>de {0} a {1}: no existe ese tiempo</translation>
    </message>
    <message>
        <source>Lines are the model&apos;s typical patient, not the median of the virtual patients.</source>
        <translation>Las líneas son el paciente típico del modelo, no la mediana de los pacientes virtuales.</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}</source>
        <translation>Pacientes virtuales según la variabilidad publicada, semilla {0}</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates</source>
        <translation>Pacientes virtuales según la variabilidad publicada, semilla {0}, con la incertidumbre de las estimaciones</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with residual error</source>
        <translation>Pacientes virtuales según la variabilidad publicada, semilla {0}, con error residual</translation>
    </message>
    <message>
        <source>Virtual patients from the published variability, seed {0}, with the uncertainty of the estimates, with residual error</source>
        <translation>Pacientes virtuales según la variabilidad publicada, semilla {0}, con la incertidumbre de las estimaciones y error residual</translation>
    </message>
    <message>
        <source>{0} of each scenario: {1}. Times in bands are counted within the time that is simulated</source>
        <translation>{0} por escenario: {1}. Los tiempos en los intervalos se cuentan dentro del tiempo simulado</translation>
    </message>
    <message>
        <source>Target &apos;{0}&apos;: no scenario shown has an output &apos;{1}&apos;</source>
        <translation>Objetivo «{0}»: ningún escenario mostrado tiene una salida «{1}»</translation>
    </message>
    <message>
        <source>there is no model &apos;{0}&apos;</source>
        <translation>no hay ningún modelo «{0}»</translation>
    </message>
    <message>
        <source>no models folder was found; set KETASCOPE_MODEL_PATH to one</source>
        <translation>no se encontró ninguna carpeta de modelos; KETASCOPE_MODEL_PATH indica una</translation>
    </message>
    <message>
        <source>the models to choose from are in {0}</source>
        <translation>los modelos que se pueden elegir están en {0}</translation>
    </message>
    <message>
        <source>Half-life (fitted)</source>
        <translation>Semivida (ajustada)</translation>
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
        <translation>%1: máximo %2 %3 a las %4, %5 al final.</translation>
    </message>
    <message>
        <source>%1: between %2 and %3 %4.</source>
        <translation>%1: entre %2 y %3 %4.</translation>
    </message>
    <message>
        <source>Effect band: %1.</source>
        <translation>Banda de efecto: %1.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>The library holds no observed data of this dose, route and form.</source>
        <translation>La biblioteca no tiene datos observados de esta dosis, vía y forma.</translation>
    </message>
    <message>
        <source>The scenario has %1 doses; dose %2 is compared.</source>
        <translation>El escenario tiene %1 dosis; se compara la dosis %2.</translation>
    </message>
    <message>
        <source>Changed parameters of the scenario do not count: models answer as published.</source>
        <translation>Los parámetros cambiados del escenario no cuentan: los modelos responden como se publicaron.</translation>
    </message>
    <message>
        <source> over %1</source>
        <translation> durante %1</translation>
    </message>
    <message>
        <source> at %1</source>
        <translation> a %1</translation>
    </message>
    <message>
        <source>, %1 times every %2</source>
        <translation>, %1 veces cada %2</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copia)</translation>
    </message>
    <message>
        <source>%1 (copy %2)</source>
        <translation>%1 (copia %2)</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 durante %2</translation>
    </message>
    <message>
        <source>%1, %2 doses every %3</source>
        <translation>%1, %2 dosis cada %3</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 y más</translation>
    </message>
    <message>
        <source>It acts on %1; %2 describes no such enzyme.</source>
        <translation>Actúa sobre %1; %2 no describe esa enzima.</translation>
    </message>
    <message>
        <source>Grade: %1</source>
        <translation>Grado: %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Falta: %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Con %1</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>Sin %1</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, sin %2</translation>
    </message>
    <message>
        <source>No scenario is shown.</source>
        <translation>No se muestra ningún escenario.</translation>
    </message>
    <message>
        <source>%1: no variability between people is known for what is shown. Models with it: %2.</source>
        <translation>%1: no se conoce variabilidad entre personas para lo que se muestra. Modelos que la tienen: %2.</translation>
    </message>
    <message>
        <source>%1: no ribbon, because %2 states no variability between people.</source>
        <translation>%1: sin cinta, porque %2 no indica variabilidad entre personas.</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, con %2</translation>
    </message>
    <message>
        <source>What is taken beside does not count: models answer for the drug alone.</source>
        <translation>Lo que se toma además no cuenta: los modelos responden solo por el fármaco.</translation>
    </message>
    <message>
        <source>%1: %2 to %3 %4 after %5, where it is highest; %6 to %7 at the end.</source>
        <translation>%1: de %2 a %3 %4 a las %5, donde es más alta; de %6 a %7 al final.</translation>
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
        <translation>racemato</translation>
    </message>
    <message>
        <source>hydrochloride</source>
        <translation>clorhidrato</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>As the model: %1</source>
        <translation>Como el modelo: %1</translation>
    </message>
    <message>
        <source>What the model counts doses in</source>
        <translation>En qué cuenta el modelo las dosis</translation>
    </message>
    <message>
        <source>%1 is a model of %2. Choose a model of that form, or one that holds the enantiomers apart.</source>
        <translation>%1 es un modelo de %2. Elija un modelo de esta forma, o uno que distinga los enantiómeros.</translation>
    </message>
    <message>
        <source>Half of it is %1; %2 shows that half only.</source>
        <translation>La mitad es %1; %2 solo muestra esa mitad.</translation>
    </message>
    <message>
        <source>All of it enters as %1.</source>
        <translation>Todo entra como %1.</translation>
    </message>
    <message>
        <source>1 mg of the hydrochloride holds %1 mg of the base.</source>
        <translation>1 mg de clorhidrato contiene %1 mg de base.</translation>
    </message>
    <message>
        <source>There is no dose.</source>
        <translation>No hay ninguna dosis.</translation>
    </message>
    <message>
        <source>What is taken beside begins at a time of its own; with it there is no schedule that has been running for ever.</source>
        <translation>Lo que se toma además empieza en un momento propio; con ello no hay ninguna pauta que lleve en curso desde siempre.</translation>
    </message>
    <message>
        <source>%1 is not linear, so that the steady states of two doses do not add up.</source>
        <translation>%1 no es lineal, de modo que los estados estacionarios de dos dosis no se suman.</translation>
    </message>
    <message>
        <source>%1 mg = %2 mg/kg at %3 kg</source>
        <translation>%1 mg = %2 mg/kg con %3 kg</translation>
    </message>
    <message>
        <source>; the model counts %1 mg %2</source>
        <translation>; el modelo cuenta %1 mg %2</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>exterior</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>ahora %1</translation>
    </message>
    <message>
        <source>most: %1, at %2</source>
        <translation>máximo: %1, a %2</translation>
    </message>
    <message>
        <source>%1 % of what has entered so far</source>
        <translation>%1 % de lo que ha entrado hasta ahora</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>computed from it; nothing flows</source>
        <translation>calculado a partir de ello; nada fluye</translation>
    </message>
    <message>
        <source>%1 from %2 over %3</source>
        <translation>%1 desde %2 durante %3</translation>
    </message>
    <message>
        <source>%1 at %2, at once</source>
        <translation>%1 a %2, de una vez</translation>
    </message>
    <message>
        <source>rate constant %1</source>
        <translation>constante de velocidad %1</translation>
    </message>
    <message>
        <source>eliminated so far: %1</source>
        <translation>eliminado hasta ahora: %1</translation>
    </message>
    <message>
        <source>No balance: the doses come from an event table.</source>
        <translation>Sin balance: las dosis vienen de una tabla de eventos.</translation>
    </message>
    <message>
        <source>ID %1 of the event table; no balance is drawn up for one.</source>
        <translation>ID %1 de la tabla de eventos; para un solo ID no se hace balance.</translation>
    </message>
    <message>
        <source>No balance: doses have gone on for ever before the start.</source>
        <translation>Sin balance: antes del inicio ya se daban dosis desde siempre.</translation>
    </message>
    <message>
        <source>In the compartments %1 + eliminated %2 %3 entered %4</source>
        <translation>En los compartimentos %1 + eliminado %2 %3 entrado %4</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>de %1 a %2 %3</translation>
    </message>
    <message>
        <source>At %1: %2.</source>
        <translation>A %1: %2.</translation>
    </message>
    <message>
        <source>Moving: %1.</source>
        <translation>En movimiento: %1.</translation>
    </message>
    <message>
        <source>%1: no ribbon, because nothing that %2 states may differ between the virtual patients.</source>
        <translation>%1: sin cinta, porque nada de lo que indica %2 puede diferir entre los pacientes virtuales.</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, como %2</translation>
    </message>
    <message>
        <source>%1 takes %2 only: the same amounts, until now %3, count as that.</source>
        <translation>%1 solo admite %2: las mismas cantidades, hasta ahora %3, cuentan como tal.</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>toda la dosis</translation>
    </message>
    <message>
        <source>F = %1</source>
        <translation>F = %1</translation>
    </message>
    <message>
        <source>%1, lag %2</source>
        <translation>%1, retraso %2</translation>
    </message>
    <message>
        <source>into %1: %2</source>
        <translation>en %1: %2</translation>
    </message>
    <message>
        <source>The model: %1</source>
        <translation>El modelo: %1</translation>
    </message>
    <message>
        <source>Write the number without signs between its thousands, like %1.</source>
        <translation>Escriba el número sin separadores de millares, como %1.</translation>
    </message>
    <message>
        <source>%1, dose %2 alone</source>
        <translation>%1, solo la dosis %2</translation>
    </message>
    <message>
        <source>The model states no molar mass of the drug, which a conversion between mass and moles needs.</source>
        <translation>El modelo no indica la masa molar de la sustancia, sin la cual masa y moles no se pueden convertir.</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 años</translation>
    </message>
    <message>
        <source>Choose a dose in the table first.</source>
        <translation>Elija antes una dosis en la tabla.</translation>
    </message>
    <message>
        <source>A dose at steady state goes on for ever.</source>
        <translation>Una dosis en estado estacionario continúa para siempre.</translation>
    </message>
    <message>
        <source>The model has no route that takes an infusion.</source>
        <translation>El modelo no tiene ninguna vía que admita una infusión.</translation>
    </message>
</context>
<context>
    <name>ketascope::AuditTableModel</name>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Time
h</source>
        <translation>Tiempo
h</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Suceso</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Compartimento</translation>
    </message>
    <message>
        <source>Amount
mg</source>
        <translation>Cantidad
mg</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Entered
mg</source>
        <translation>Entrado
mg</translation>
    </message>
    <message>
        <source>Rate
mg/h</source>
        <translation>Velocidad
mg/h</translation>
    </message>
    <message>
        <source>Duration
h</source>
        <translation>Duración
h</translation>
    </message>
    <message>
        <source>Lag
h</source>
        <translation>Retraso
h</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Causa</translation>
    </message>
    <message>
        <source>%1 (set by hand)</source>
        <translation>%1 (fijado a mano)</translation>
    </message>
</context>
<context>
    <name>ketascope::BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>End this and leave everything as it is (Esc)</source>
        <translation>Terminar esto y dejar todo como está (Esc)</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Cancelar: %1</translation>
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
        <translation>no existe</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>Ecuaciones</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Changes since saving</source>
        <translation>Cambios desde el guardado</translation>
    </message>
    <message>
        <source>The file was saved by Ketascope %1. What is shown was computed anew, with the models of today and the solver&apos;s settings of the file.</source>
        <translation>El archivo se guardó con Ketascope %1. Lo que se muestra se calculó de nuevo, con los modelos de hoy y los ajustes del integrador que indica el archivo.</translation>
    </message>
    <message>
        <source>What is different since the file was saved</source>
        <translation>Qué es distinto desde que se guardó el archivo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>When saved</source>
        <translation>Al guardar</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>different</source>
        <translation>distinto</translation>
    </message>
    <message>
        <source>&amp;Use the parameters of then</source>
        <translation>&amp;Usar los parámetros de entonces</translation>
    </message>
    <message>
        <source>Sets the parameters of the scenarios to what the models had when the file was saved; undo takes it back.</source>
        <translation>Pone en los parámetros de los escenarios los valores que tenían los modelos al guardar el archivo; deshacer lo revierte.</translation>
    </message>
    <message>
        <source>No parameter has another value than then.</source>
        <translation>Ningún parámetro tiene un valor distinto al de entonces.</translation>
    </message>
    <message>
        <source>equations: %1</source>
        <translation>ecuaciones: %1</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>parámetros: %1</translation>
    </message>
    <message>
        <source>results: %1</source>
        <translation>resultados: %1</translation>
    </message>
    <message>
        <source>nothing but the program&apos;s version</source>
        <translation>nada más que la versión del programa</translation>
    </message>
</context>
<context>
    <name>ketascope::ComparePanel</name>
    <message>
        <source>Scenarios compared</source>
        <translation>Escenarios comparados</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Scenario that the others are compared with</source>
        <translation>Escenario con el que se comparan los demás</translation>
    </message>
    <message>
        <source>Adds the dose chosen in the schedule once more for every other route that a model describes</source>
        <translation>Añade la dosis elegida en la pauta por cada otra vía que describe un modelo</translation>
    </message>
    <message>
        <source>Copy this table for a spreadsheet</source>
        <translation>Copiar esta tabla para una hoja de cálculo</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>&amp;Referencia</translation>
    </message>
    <message>
        <source>choose baseline</source>
        <translation>elegir referencia</translation>
    </message>
    <message>
        <source>This dose by every route</source>
        <translation>Esta dosis por cada vía</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copiar tabla</translation>
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
        <translation>Cociente de AUC %1</translation>
    </message>
    <message>
        <source>Time in %1</source>
        <translation>Tiempo en %1</translation>
    </message>
    <message>
        <source>Peak effect: %1</source>
        <translation>Efecto máximo: %1</translation>
    </message>
    <message>
        <source>This does not apply to the curve of this scenario: another drug form, matrix or model.</source>
        <translation>No se aplica a la curva de este escenario: otra forma del fármaco, matriz o modelo.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Magnitud</translation>
    </message>
    <message>
        <source>%1
baseline</source>
        <translation>%1
referencia</translation>
    </message>
    <message>
        <source>same</source>
        <translation>igual</translation>
    </message>
</context>
<context>
    <name>ketascope::ConcentrationPlot</name>
    <message>
        <source>Concentration over time</source>
        <translation>Concentración frente al tiempo</translation>
    </message>
    <message>
        <source>Drag to move, drag the right end to stretch, Ctrl+drag to copy</source>
        <translation>Arrastrar mueve, arrastrar el extremo derecho estira, Ctrl+arrastrar copia</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl+drag to copy</source>
        <translation>Arrastrar mueve, Ctrl+arrastrar copia</translation>
    </message>
    <message>
        <source>Enters after its lag, from %1</source>
        <translation>Entra tras el retraso, desde %1</translation>
    </message>
</context>
<context>
    <name>ketascope::DiagramPanel</name>
    <message>
        <source>The model with what is in it</source>
        <translation>El modelo con lo que contiene</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Let the time run</source>
        <translation>Dejar correr el tiempo</translation>
    </message>
    <message>
        <source>Time that the diagram shows</source>
        <translation>Tiempo que muestra el diagrama</translation>
    </message>
    <message>
        <source>Moves the time; the cursor of the plot goes with it</source>
        <translation>Mueve el tiempo; el cursor del gráfico lo sigue</translation>
    </message>
    <message>
        <source>full = its own peak</source>
        <translation>lleno = su propio pico</translation>
    </message>
    <message>
        <source>full = all that is given</source>
        <translation>lleno = todo lo administrado</translation>
    </message>
    <message>
        <source>What a full box stands for</source>
        <translation>Qué representa un recuadro lleno</translation>
    </message>
    <message>
        <source>How full a box is drawn: against the most that it ever holds, or against everything that the doses bring. States without an amount: always against their own peak.</source>
        <translation>Cuánto se llena un recuadro: respecto a lo máximo que llega a contener, o respecto a todo lo que aportan las dosis. Estados sin cantidad: siempre respecto a su propio pico.</translation>
    </message>
    <message>
        <source>Diagram smaller</source>
        <translation>Diagrama más pequeño</translation>
    </message>
    <message>
        <source>Diagram larger</source>
        <translation>Diagrama más grande</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Fit the diagram into its place</source>
        <translation>Ajustar el diagrama a su sitio</translation>
    </message>
    <message>
        <source>This scenario has no curve.</source>
        <translation>Este escenario no tiene curva.</translation>
    </message>
    <message>
        <source>Left out, because nothing comes there: %1</source>
        <translation>Omitido, porque ahí no llega nada: %1</translation>
    </message>
    <message>
        <source>Left out, because nothing comes there: %1 and %2 more</source>
        <translation>Omitido, porque ahí no llega nada: %1 y %2 más</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Stop the time</source>
        <translation>Detener el tiempo</translation>
    </message>
</context>
<context>
    <name>ketascope::DisagreementPanel</name>
    <message>
        <source>What every model says of this dose</source>
        <translation>Qué dice cada modelo de esta dosis</translation>
    </message>
    <message>
        <source>Racemate and enantiomers stand side by side then; without it only models of the form of this dose answer</source>
        <translation>Racemato y enantiómeros quedan entonces juntos; si no, solo responden modelos de la forma de esta dosis</translation>
    </message>
    <message>
        <source>What was assumed, and sources</source>
        <translation>Lo que se ha supuesto, y fuentes</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Choose a scenario with a dose.</source>
        <translation>Elija un escenario con una dosis.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Notas (%1)</translation>
    </message>
    <message>
        <source>Each model takes the dose as its own drug form</source>
        <translation>Cada modelo toma la dosis en su propia forma</translation>
    </message>
    <message>
        <source>Models (%1 of %2)</source>
        <translation>Modelos (%1 de %2)</translation>
    </message>
</context>
<context>
    <name>ketascope::DisagreementTableModel</name>
    <message>
        <source>lowest to highest</source>
        <translation>del más bajo al más alto</translation>
    </message>
    <message>
        <source>not eligible – %1</source>
        <translation>no apto – %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grado</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sitio</translation>
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
        <translation>Semitiempo</translation>
    </message>
    <message>
        <source>Half-time
after input</source>
        <translation>Semitiempo
tras la entrada</translation>
    </message>
    <message>
        <source>Context-sensitive half-time: from the end of the input until the concentration has halved</source>
        <translation>Semitiempo sensible al contexto: desde el fin de la entrada hasta que la concentración se reduce a la mitad</translation>
    </message>
</context>
<context>
    <name>ketascope::DisplayCard</name>
    <message>
        <source>Display</source>
        <translation>Visualización</translation>
    </message>
    <message>
        <source>Units, axes, bands and ribbons of the figure, as in the menu View</source>
        <translation>Unidades, ejes, bandas y cintas de la figura, como en el menú Ver</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 elegidas</translation>
    </message>
</context>
<context>
    <name>ketascope::DocumentDialog</name>
    <message>
        <source>Document properties</source>
        <translation>Propiedades del documento</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Stands above the figure and at the head of the report</source>
        <translation>Aparece sobre la figura y al comienzo del informe</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Título</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Descripción</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Escrito por %1</translation>
    </message>
    <message>
        <source>change properties</source>
        <translation>cambiar propiedades</translation>
    </message>
</context>
<context>
    <name>ketascope::EditorPanel</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>&amp;Card…</source>
        <translation>&amp;Ficha…</translation>
    </message>
    <message>
        <source>Where this model comes from: study, parameters, sources, limits</source>
        <translation>De dónde viene este modelo: estudio, parámetros, fuentes, límites</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>choose effects</source>
        <translation>elegir efectos</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Dose of the schedule</source>
        <translation>Dosis de la pauta</translation>
    </message>
    <message>
        <source>Add a dose</source>
        <translation>Añadir una dosis</translation>
    </message>
    <message>
        <source>Add a dose to the schedule of this scenario</source>
        <translation>Añadir una dosis a la pauta de este escenario</translation>
    </message>
    <message>
        <source>Remove this dose</source>
        <translation>Quitar esta dosis</translation>
    </message>
    <message>
        <source>Remove this dose from the schedule</source>
        <translation>Quitar esta dosis de la pauta</translation>
    </message>
    <message>
        <source>Sche&amp;dule</source>
        <translation>&amp;Pauta</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>&amp;Route</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Cantidad</translation>
    </message>
    <message>
        <source>Amount of drug per dose, total or per body weight</source>
        <translation>Cantidad de fármaco por dosis, total o por peso</translation>
    </message>
    <message>
        <source>D&amp;uration</source>
        <translation>D&amp;uración</translation>
    </message>
    <message>
        <source>How long the dose is infused; empty for a single push</source>
        <translation>Cuánto dura la infusión; vacío si se da de una vez</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>de una vez</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Inicio</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Tiempo desde el inicio del escenario</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>una sola vez</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Dosis después de la primera</translation>
    </message>
    <message>
        <source>Re&amp;peats</source>
        <translation>Repe&amp;ticiones</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Tiempo entre dosis repetidas</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>añadir dosis</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>quitar dosis</translation>
    </message>
    <message>
        <source>change repeats</source>
        <translation>cambiar repeticiones</translation>
    </message>
    <message>
        <source>Subject and time</source>
        <translation>Sujeto y tiempo</translation>
    </message>
    <message>
        <source>Sh&amp;ow until</source>
        <translation>Mo&amp;strar hasta</translation>
    </message>
    <message>
        <source>How long the curve is followed</source>
        <translation>Hasta cuándo se sigue la curva</translation>
    </message>
    <message>
        <source>Body &amp;weight</source>
        <translation>Peso corporal</translation>
    </message>
    <message>
        <source>Doses per kg refer to it</source>
        <translation>Las dosis por kg se refieren a él</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>cambiar %1</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La lección lo deja como está.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>cambiar modelo</translation>
    </message>
    <message>
        <source>change route</source>
        <translation>cambiar vía</translation>
    </message>
    <message>
        <source>The library has no model “%1”. Choose another one.</source>
        <translation>La biblioteca no tiene el modelo «%1». Elija otro.</translation>
    </message>
    <message>
        <source>dose %1 of %2</source>
        <translation>dosis %1 de %2</translation>
    </message>
    <message>
        <source>No dose yet. Press + to add one.</source>
        <translation>Aún no hay dosis. Pulse + para añadir una.</translation>
    </message>
    <message>
        <source>The doses come from the event table %1.</source>
        <translation>Las dosis vienen de la tabla de eventos %1.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>This route takes its dose at once.</source>
        <translation>Por esta vía la dosis se da de una vez.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>a %1</translation>
    </message>
    <message>
        <source>choose curves</source>
        <translation>elegir curvas</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Efectos</translation>
    </message>
    <message>
        <source>Ever&amp;y</source>
        <translation>Cada</translation>
    </message>
    <message>
        <source>%1 changes nothing in %2 for the doses of this scenario.</source>
        <translation>%1 no cambia nada en %2 para las dosis de este escenario.</translation>
    </message>
    <message>
        <source>This is the only dose: change it, or remove the scenario.</source>
        <translation>Es la única dosis: cámbiela o quite el escenario.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Cada</translation>
    </message>
    <message>
        <source>The dose is given once: choose repeats first.</source>
        <translation>La dosis se da una sola vez: elija antes repeticiones.</translation>
    </message>
    <message>
        <source>The same amount in total and per body weight</source>
        <translation>La misma cantidad, en total y por peso corporal</translation>
    </message>
    <message>
        <source>At steady state</source>
        <translation>En estado estacionario</translation>
    </message>
    <message>
        <source>begin at steady state</source>
        <translation>empezar en estado estacionario</translation>
    </message>
    <message>
        <source>begin without drug</source>
        <translation>empezar sin fármaco</translation>
    </message>
    <message>
        <source>Drug form</source>
        <translation>Forma del fármaco</translation>
    </message>
    <message>
        <source>Amount of</source>
        <translation>Cantidad de</translation>
    </message>
    <message>
        <source>change drug form</source>
        <translation>cambiar forma del fármaco</translation>
    </message>
    <message>
        <source>change salt</source>
        <translation>cambiar sal</translation>
    </message>
    <message>
        <source>The schedule has been running for ever when the scenario begins; the time between doses says how often</source>
        <translation>La pauta lleva en curso desde siempre cuando empieza el escenario; el tiempo entre dosis dice cada cuánto</translation>
    </message>
    <message>
        <source>into a compartment (free dosing)</source>
        <translation>en un compartimento (dosificación libre)</translation>
    </message>
    <message>
        <source>For trying out only: no study gives the drug so.</source>
        <translation>Solo para probar: ningún estudio da así el fármaco.</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Compartimento</translation>
    </message>
    <message>
        <source>Lag and bioavailability</source>
        <translation>Retraso y biodisponibilidad</translation>
    </message>
    <message>
        <source>Give this dose its own lag time and bioavailability</source>
        <translation>Dar a esta dosis su propio tiempo de retraso y biodisponibilidad</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Time before the dose enters; empty for the model&apos;s own</source>
        <translation>Tiempo antes de que entre la dosis; vacío para el del modelo</translation>
    </message>
    <message>
        <source>Bioavailability F</source>
        <translation>Biodisponibilidad F</translation>
    </message>
    <message>
        <source>Part of the dose that enters the model, like 0.5 or 50 %; empty for the model&apos;s own. A first pass that the model describes comes after it.</source>
        <translation>Fracción de la dosis que entra en el modelo, como 0,5 o 50 %; vacío para la del modelo. Un primer paso que describa el modelo viene después.</translation>
    </message>
    <message>
        <source>Lag and bioavailability in the model, with their source</source>
        <translation>Retraso y biodisponibilidad en el modelo, con su fuente</translation>
    </message>
    <message>
        <source>model: %1</source>
        <translation>modelo: %1</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>como el modelo</translation>
    </message>
    <message>
        <source>Set by hand for this dose, not taken from the model.</source>
        <translation>Fijado a mano para esta dosis, no tomado del modelo.</translation>
    </message>
    <message>
        <source>There is one dose only.</source>
        <translation>Hay una sola dosis.</translation>
    </message>
</context>
<context>
    <name>ketascope::EffectButton</name>
    <message>
        <source>Effects</source>
        <translation>Efectos</translation>
    </message>
    <message>
        <source>Effects to show below the concentrations, with the effect site</source>
        <translation>Efectos que se muestran bajo las concentraciones, con el sitio de efecto</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 elegidos</translation>
    </message>
</context>
<context>
    <name>ketascope::GreyedDialog</name>
    <message>
        <source>What is greyed, and why</source>
        <translation>Qué está atenuado y por qué</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Everything in sight can be used.</source>
        <translation>Todo lo que está a la vista se puede usar.</translation>
    </message>
    <message>
        <source>Controls in sight that cannot be used now. What cannot be chosen in a menu or in a list says why itself.</source>
        <translation>Controles a la vista que ahora no se pueden usar. Lo que no se puede elegir en un menú o en una lista dice por qué ahí mismo.</translation>
    </message>
</context>
<context>
    <name>ketascope::InteractionRow</name>
    <message>
        <source>Regimen of %1</source>
        <translation>Pauta de %1</translation>
    </message>
    <message>
        <source>How it is taken: as in a study, or as you say</source>
        <translation>Cómo se toma: como en un estudio o como se indique aquí</translation>
    </message>
    <message>
        <source>Regimen</source>
        <translation>Pauta</translation>
    </message>
    <message>
        <source>Dose of %1</source>
        <translation>Dosis de %1</translation>
    </message>
    <message>
        <source>Add a dose of %1</source>
        <translation>Añadir una dosis de %1</translation>
    </message>
    <message>
        <source>Remove this dose of %1</source>
        <translation>Quitar esta dosis de %1</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Amount of %1 per dose</source>
        <translation>Cantidad de %1 por dosis</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>First dose, counted from the start of the scenario; below zero before it</source>
        <translation>Primera dosis, contada desde el inicio del escenario; bajo cero, antes</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>una sola vez</translation>
    </message>
    <message>
        <source>Repeats of %1</source>
        <translation>Repeticiones de %1</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Dosis después de la primera</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Cada</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Tiempo entre dosis repetidas</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>añadir dosis</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>quitar dosis</translation>
    </message>
    <message>
        <source>change repeats</source>
        <translation>cambiar repeticiones</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>cambiar %1</translation>
    </message>
    <message>
        <source>change regimen</source>
        <translation>cambiar la pauta</translation>
    </message>
    <message>
        <source>own doses</source>
        <translation>dosis propias</translation>
    </message>
    <message>
        <source>dose %1 of %2</source>
        <translation>dosis %1 de %2</translation>
    </message>
    <message>
        <source>This is not in the library; its regimen can only be changed in the document’s file.</source>
        <translation>No está en la biblioteca; su pauta solo se puede cambiar en el archivo del documento.</translation>
    </message>
</context>
<context>
    <name>ketascope::InteractionsPanel</name>
    <message>
        <source>Compare &amp;with and without</source>
        <translation>Comparar &amp;con y sin</translation>
    </message>
    <message>
        <source>add interaction</source>
        <translation>añadir interacción</translation>
    </message>
    <message>
        <source>remove interaction</source>
        <translation>quitar interacción</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La lección lo deja como está.</translation>
    </message>
    <message>
        <source>The doses come from an event table, which takes no interactions.</source>
        <translation>Las dosis vienen de una tabla de eventos, que no admite interacciones.</translation>
    </message>
    <message>
        <source>Taken beside the drug; it changes enzymes of %1. Genotype and liver function are in the tab Scenario.</source>
        <translation>Se toma junto al fármaco y cambia enzimas de %1. El genotipo y la función hepática están en la pestaña Escenario.</translation>
    </message>
    <message>
        <source>%1 describes no enzymes that something could act on. Models that do: %2.</source>
        <translation>%1 no describe enzimas sobre las que actuar. Modelos que sí: %2.</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>&amp;Usar %1</translation>
    </message>
    <message>
        <source>The same dose by %1, as far as it can; one undo leads back</source>
        <translation>La misma dosis con %1, en lo posible; un deshacer lleva de vuelta</translation>
    </message>
    <message>
        <source>Adds this scenario without what is taken beside, as the baseline of the table Compare</source>
        <translation>Añade este escenario sin lo que se toma además, como referencia de la tabla Comparar</translation>
    </message>
    <message>
        <source>Switch something on first.</source>
        <translation>Active algo primero.</translation>
    </message>
    <message>
        <source>change model</source>
        <translation>cambiar modelo</translation>
    </message>
</context>
<context>
    <name>ketascope::LessonPanel</name>
    <message>
        <source>Text of the lesson</source>
        <translation>Texto de la lección</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>Su predicción</translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation>su predicción</translation>
    </message>
    <message>
        <source>Unlocks every control; the scenarios stay</source>
        <translation>Libera todos los controles; los escenarios se quedan</translation>
    </message>
    <message>
        <source>Step %1 of %2; %3 of %4 questions right</source>
        <translation>Paso %1 de %2; %3 de %4 preguntas correctas</translation>
    </message>
    <message>
        <source>Some controls are free in this step; the others are locked.</source>
        <translation>Algunos controles están libres en este paso; los demás están bloqueados.</translation>
    </message>
    <message>
        <source>The answer could not be computed: %1</source>
        <translation>No se pudo calcular la respuesta: %1</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Correcto.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>No del todo.</translation>
    </message>
    <message>
        <source>Type a number first; a guess will do.</source>
        <translation>Escriba antes un número; basta una estimación.</translation>
    </message>
    <message>
        <source>Choose one first; a guess will do.</source>
        <translation>Elija antes una opción; basta una suposición.</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Salir de la lección</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>ketascope::LessonSession</name>
    <message>
        <source>next step of the lesson</source>
        <translation>paso siguiente de la lección</translation>
    </message>
</context>
<context>
    <name>ketascope::MainWindow</name>
    <message>
        <source>Scenarios</source>
        <translation>Escenarios</translation>
    </message>
    <message>
        <source>Peak, exposure and time in each band</source>
        <translation>Pico, exposición y tiempo en cada banda</translation>
    </message>
    <message>
        <source>Audit trail: what entered when, and why</source>
        <translation>Registro: qué entró, cuándo y por qué</translation>
    </message>
    <message>
        <source>No other route is described for this dose.</source>
        <translation>Ninguna otra vía está descrita para esta dosis.</translation>
    </message>
    <message>
        <source>compare routes</source>
        <translation>comparar vías</translation>
    </message>
    <message>
        <source>The model file of %1 has errors and is left out: %2</source>
        <translation>El archivo del modelo %1 tiene errores y se deja fuera: %2</translation>
    </message>
    <message>
        <source>No models were found. Set KETASCOPE_MODEL_PATH to the folder that holds them, or install the program with its models.</source>
        <translation>No se encontraron modelos. Ponga su carpeta en KETASCOPE_MODEL_PATH o instale el programa con sus modelos.</translation>
    </message>
    <message>
        <source>The library holds no observed data for the doses shown: none was given by the same route, in the same form, amount and time.</source>
        <translation>La biblioteca no tiene datos observados de las dosis mostradas: ninguna se dio por la misma vía, en la misma forma, cantidad y tiempo.</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Barra principal</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation>&amp;Nuevo escenario</translation>
    </message>
    <message>
        <source>&amp;Duplicate scenario</source>
        <translation>&amp;Duplicar escenario</translation>
    </message>
    <message>
        <source>Re&amp;move scenario</source>
        <translation>&amp;Quitar escenario</translation>
    </message>
    <message>
        <source>This dose by every &amp;route</source>
        <translation>Esta dosis por cada vía</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;About Ketascope</source>
        <translation>&amp;Acerca de Ketascope</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation>Eje &amp;logarítmico</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarítmico</translation>
    </message>
    <message>
        <source>Concentrations on a logarithmic axis (%1)</source>
        <translation>Concentraciones en un eje logarítmico (%1)</translation>
    </message>
    <message>
        <source>logarithmic axis</source>
        <translation>eje logarítmico</translation>
    </message>
    <message>
        <source>linear axis</source>
        <translation>eje lineal</translation>
    </message>
    <message>
        <source>&amp;Observed data</source>
        <translation>Datos &amp;observados</translation>
    </message>
    <message>
        <source>Observed data</source>
        <translation>Datos observados</translation>
    </message>
    <message>
        <source>Published concentrations under the same dose, over the curves (%1)</source>
        <translation>Concentraciones publicadas con la misma dosis, sobre las curvas (%1)</translation>
    </message>
    <message>
        <source>show observed data</source>
        <translation>mostrar datos observados</translation>
    </message>
    <message>
        <source>hide observed data</source>
        <translation>ocultar datos observados</translation>
    </message>
    <message>
        <source>&amp;Whole view</source>
        <translation>Vista &amp;completa</translation>
    </message>
    <message>
        <source>Show all of the curves again (%1; or double-click the plot)</source>
        <translation>Mostrar de nuevo todas las curvas (%1; o doble clic en el gráfico)</translation>
    </message>
    <message>
        <source>Model disa&amp;greement</source>
        <translation>Desa&amp;cuerdo de modelos</translation>
    </message>
    <message>
        <source>This dose by every model that may answer (%1)</source>
        <translation>Esta dosis según cada modelo que puede responder (%1)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>Effect &amp;bands</source>
        <translation>&amp;Bandas de efecto</translation>
    </message>
    <message>
        <source>&amp;Read the model files again</source>
        <translation>Volver a &amp;leer los modelos</translation>
    </message>
    <message>
        <source>Uni&amp;t </source>
        <translation>Unida&amp;d </translation>
    </message>
    <message>
        <source>Unit of concentrations</source>
        <translation>Unidad de las concentraciones</translation>
    </message>
    <message>
        <source>Unit of concentrations, here and in what is exported</source>
        <translation>Unidad de las concentraciones, aquí y en lo que se exporta</translation>
    </message>
    <message>
        <source>change unit</source>
        <translation>cambiar unidad</translation>
    </message>
    <message>
        <source>Effect bands</source>
        <translation>Bandas de efecto</translation>
    </message>
    <message>
        <source>&amp;Time counts from</source>
        <translation>El &amp;tiempo cuenta desde</translation>
    </message>
    <message>
        <source>the &amp;start of the scenario</source>
        <translation>el &amp;inicio del escenario</translation>
    </message>
    <message>
        <source>the &amp;first dose</source>
        <translation>la &amp;primera dosis</translation>
    </message>
    <message>
        <source>the &amp;end of the last input</source>
        <translation>el &amp;fin de la última entrada</translation>
    </message>
    <message>
        <source>zero of the time axis</source>
        <translation>cero del eje de tiempo</translation>
    </message>
    <message>
        <source>&amp;Standard bands</source>
        <translation>Bandas &amp;habituales</translation>
    </message>
    <message>
        <source>standard bands</source>
        <translation>bandas habituales</translation>
    </message>
    <message>
        <source>&amp;No bands</source>
        <translation>&amp;Sin bandas</translation>
    </message>
    <message>
        <source>no bands</source>
        <translation>sin bandas</translation>
    </message>
    <message>
        <source>&amp;Fuzzy edges</source>
        <translation>Bordes &amp;difusos</translation>
    </message>
    <message>
        <source>fuzzy bands</source>
        <translation>bandas difusas</translation>
    </message>
    <message>
        <source>hard bands</source>
        <translation>bandas nítidas</translation>
    </message>
    <message>
        <source>choose bands</source>
        <translation>elegir bandas</translation>
    </message>
    <message>
        <source>About Ketascope</source>
        <translation>Acerca de Ketascope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Ketascope %1&lt;/h3&gt;&lt;p&gt;Pharmacokinetics of ketamine: published models, from dose to curve.&lt;/p&gt;&lt;p&gt;&lt;b&gt;%2&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. It comes without any warranty.&lt;/p&gt;&lt;p&gt;Curve colours after Okabe and Ito; plotting by QCustomPlot; window by Qt %3.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Ketascope %1&lt;/h3&gt;&lt;p&gt;Farmacocinética de la ketamina: modelos publicados, de la dosis a la curva.&lt;/p&gt;&lt;p&gt;&lt;b&gt;%2&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior. Se entrega sin garantía alguna.&lt;/p&gt;&lt;p&gt;Colores de las curvas según Okabe e Ito; gráficos con QCustomPlot; ventana con Qt %3.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>Open e&amp;xample</source>
        <translation>Abrir &amp;ejemplo</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Guardar &amp;como…</translation>
    </message>
    <message>
        <source>Export &amp;figure (PNG, SVG, PDF)…</source>
        <translation>Exportar &amp;figura (PNG, SVG, PDF)…</translation>
    </message>
    <message>
        <source>Export &amp;curves (CSV)…</source>
        <translation>Exportar cur&amp;vas (CSV)…</translation>
    </message>
    <message>
        <source>Export &amp;report (PDF, HTML)…</source>
        <translation>Exportar &amp;informe (PDF, HTML)…</translation>
    </message>
    <message>
        <source>Document &amp;properties…</source>
        <translation>&amp;Propiedades del documento…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Ketascope</source>
        <translation>Ketascope</translation>
    </message>
    <message>
        <source>See the details for the rest.</source>
        <translation>El resto está en los detalles.</translation>
    </message>
    <message>
        <source>Open scenarios</source>
        <translation>Abrir escenarios</translation>
    </message>
    <message>
        <source>%1 is open in another window. Open a copy of it?</source>
        <translation>%1 está abierto en otra ventana. ¿Abrir una copia?</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>No se puede abrir %1.</translation>
    </message>
    <message>
        <source>a document without a name</source>
        <translation>un documento sin nombre</translation>
    </message>
    <message>
        <source>Ketascope ended before %1 was saved.</source>
        <translation>Ketascope terminó antes de guardar %1.</translation>
    </message>
    <message>
        <source>The unsaved changes of %1 were kept. The saved file is as you left it.</source>
        <translation>Se conservaron los cambios sin guardar de %1. El archivo guardado está como lo dejó.</translation>
    </message>
    <message>
        <source>&amp;Recover them</source>
        <translation>&amp;Recuperarlos</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>&amp;Descartarlos</translation>
    </message>
    <message>
        <source>Ask &amp;later</source>
        <translation>&amp;Preguntar después</translation>
    </message>
    <message>
        <source>The scenarios were not saved to %1. Save them under another name.</source>
        <translation>Los escenarios no se guardaron en %1. Guárdelos con otro nombre.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 guardado</translation>
    </message>
    <message>
        <source>Save scenarios</source>
        <translation>Guardar escenarios</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exportar figura</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>Imagen PNG (*.png);;Dibujo SVG (*.svg);;Documento PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Resolution in dots per inch:</source>
        <translation>Resolución en puntos por pulgada:</translation>
    </message>
    <message>
        <source>The figure was not written to %1.</source>
        <translation>La figura no se escribió en %1.</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 escrito</translation>
    </message>
    <message>
        <source>There is no curve to report on yet.</source>
        <translation>Aún no hay ninguna curva de la que informar.</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Exportar informe</translation>
    </message>
    <message>
        <source>PDF document (*.pdf);;Web page (*.html)</source>
        <translation>Documento PDF (*.pdf);;Página web (*.html)</translation>
    </message>
    <message>
        <source>The report was not written to %1.</source>
        <translation>El informe no se escribió en %1.</translation>
    </message>
    <message>
        <source>There is no curve to export yet.</source>
        <translation>Aún no hay ninguna curva que exportar.</translation>
    </message>
    <message>
        <source>Export curves</source>
        <translation>Exportar curvas</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valores separados por comas (*.csv)</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>For teaching and research. Not for dosing decisions.</source>
        <translation>Para la docencia y la investigación. No para decidir dosis.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lección</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lecciones</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>No se puede leer %1</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La lección lo deja como está.</translation>
    </message>
    <message>
        <source>The dose chosen on the left by every model that may answer</source>
        <translation>La dosis elegida a la izquierda según cada modelo que puede responder</translation>
    </message>
    <message>
        <source>Where a model comes from: structure, parameters, sources, limits</source>
        <translation>De dónde viene un modelo: estructura, parámetros, fuentes, límites</translation>
    </message>
    <message>
        <source>move dose</source>
        <translation>mover dosis</translation>
    </message>
    <message>
        <source>stretch dose</source>
        <translation>estirar dosis</translation>
    </message>
    <message>
        <source>copy dose</source>
        <translation>copiar dosis</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Pauta</translation>
    </message>
    <message>
        <source>Other drugs, juice and herbs that are taken beside, and what they do</source>
        <translation>Otros fármacos, zumos y hierbas que se toman además, y lo que hacen</translation>
    </message>
    <message>
        <source>compare with and without</source>
        <translation>comparar con y sin</translation>
    </message>
    <message>
        <source>Variability</source>
        <translation>Variabilidad</translation>
    </message>
    <message>
        <source>&amp;Variability</source>
        <translation>&amp;Variabilidad</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Desactivada</translation>
    </message>
    <message>
        <source>%1 virtual patients</source>
        <translation>%1 pacientes virtuales</translation>
    </message>
    <message>
        <source>variability</source>
        <translation>variabilidad</translation>
    </message>
    <message>
        <source>The ribbon lies between these percentiles</source>
        <translation>La cinta va de un percentil al otro</translation>
    </message>
    <message>
        <source>Choose a number of patients first.</source>
        <translation>Elija primero un número de pacientes.</translation>
    </message>
    <message>
        <source>%1 virtual patients, %2</source>
        <translation>%1 pacientes virtuales, %2</translation>
    </message>
    <message>
        <source>How people differ: a ribbon between two percentiles of virtual patients</source>
        <translation>Cómo difieren las personas: una cinta entre dos percentiles de pacientes virtuales</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 no se escribió.</translation>
    </message>
    <message>
        <source>The lesson keeps its scenarios.</source>
        <translation>La lección conserva sus escenarios.</translation>
    </message>
    <message>
        <source>The models are still being read.</source>
        <translation>Todavía se están leyendo los modelos.</translation>
    </message>
    <message>
        <source>There is no scenario whose dose could be compared.</source>
        <translation>No hay ningún escenario cuya dosis se pueda comparar.</translation>
    </message>
    <message>
        <source>The scenario has no dose yet.</source>
        <translation>El escenario aún no tiene ninguna dosis.</translation>
    </message>
    <message>
        <source>The doses come from an event table.</source>
        <translation>Las dosis vienen de una tabla de eventos.</translation>
    </message>
    <message>
        <source>The computation was cancelled: what is shown is not what the document says. The next change computes anew, and so does F5.</source>
        <translation>Se canceló el cálculo: lo que se muestra no es lo que dice el documento. El próximo cambio vuelve a calcular, y también F5.</translation>
    </message>
    <message>
        <source>Copy &amp;figure</source>
        <translation>Copiar &amp;figura</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>&amp;Copiar tabla</translation>
    </message>
    <message>
        <source>Unit of ti&amp;me</source>
        <translation>Unidad de tie&amp;mpo</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automática</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minutos</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>&amp;Horas</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Días</translation>
    </message>
    <message>
        <source>unit of the time axis</source>
        <translation>unidad del eje de tiempo</translation>
    </message>
    <message>
        <source>Minutes, hours or days, by how long the scenarios last</source>
        <translation>Minutos, horas o días, según cuánto duren los escenarios</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Escribiendo %1…</translation>
    </message>
    <message>
        <source>Save table of patients</source>
        <translation>Guardar tabla de pacientes</translation>
    </message>
    <message>
        <source>%1 is still being written. Try again when it is done.</source>
        <translation>Todavía se está escribiendo %1. Inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>La figura está en el portapapeles.</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>La tabla está en el portapapeles.</translation>
    </message>
    <message>
        <source>Scenarios (*.ketascope *.toml);;All files (*)</source>
        <translation>Escenarios (*.ketascope *.toml);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The files state different virtual patients; those of the first are kept.</source>
        <translation>Los archivos indican pacientes virtuales distintos; se conservan los del primero.</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>escenarios</translation>
    </message>
    <message>
        <source>Scenarios (*.ketascope *.toml)</source>
        <translation>Escenarios (*.ketascope *.toml)</translation>
    </message>
    <message>
        <source>%1 is still being written.</source>
        <translation>Todavía se está escribiendo %1.</translation>
    </message>
    <message>
        <source>&amp;Do without it</source>
        <translation>&amp;Prescindir de él</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagrama</translation>
    </message>
    <message>
        <source>The model, with what is in it at the time of the cursor</source>
        <translation>El modelo, con lo que contiene en el tiempo del cursor</translation>
    </message>
    <message>
        <source>&amp;Virtual patients…</source>
        <translation>&amp;Pacientes virtuales…</translation>
    </message>
    <message>
        <source>Number, seed, occasions, residual error and the uncertainty of the estimates</source>
        <translation>Número, semilla, ocasiones, error residual e incertidumbre de las estimaciones</translation>
    </message>
    <message>
        <source>Percentiles of virtual patients: peak, exposure, time in each band</source>
        <translation>Percentiles de los pacientes virtuales: pico, exposición, tiempo en cada banda</translation>
    </message>
    <message>
        <source>Unsaved changes could not be kept for a recovery: %1</source>
        <translation>No se pudieron conservar los cambios sin guardar para recuperarlos: %1</translation>
    </message>
    <message>
        <source>The virtual patients were cancelled: the curves are those of the document, their ribbons are missing. F5 computes them.</source>
        <translation>Se cancelaron los pacientes virtuales: las curvas son las del documento, faltan sus cintas. F5 las calcula.</translation>
    </message>
    <message>
        <source>Find the dose for a &amp;target…</source>
        <translation>Buscar la dosis para un &amp;objetivo…</translation>
    </message>
    <message>
        <source>C&amp;urve styles…</source>
        <translation>&amp;Estilos de las curvas…</translation>
    </message>
    <message>
        <source>Concentrations in</source>
        <translation>Concentraciones en</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Eje logarítmico</translation>
    </message>
    <message>
        <source>Time in</source>
        <translation>Tiempo en</translation>
    </message>
    <message>
        <source>Time counts from</source>
        <translation>El tiempo cuenta desde</translation>
    </message>
    <message>
        <source>Nothing is known to be different since the document was saved.</source>
        <translation>No consta ninguna diferencia desde que se guardó el documento.</translation>
    </message>
    <message>
        <source>The file was saved by Ketascope %1. Different since then: %2. See File &gt; Changes since saving.</source>
        <translation>El archivo se guardó con Ketascope %1. Distinto desde entonces: %2. Véase Archivo &gt; Cambios desde el guardado.</translation>
    </message>
    <message>
        <source>parameters as they were saved</source>
        <translation>parámetros como se guardaron</translation>
    </message>
    <message>
        <source>There are no virtual patients any more.</source>
        <translation>Ya no hay pacientes virtuales.</translation>
    </message>
    <message>
        <source>Changes since sa&amp;ving…</source>
        <translation>Cambios &amp;desde el guardado…</translation>
    </message>
    <message>
        <source>Another program has changed %1 since it was opened here.</source>
        <translation>Otro programa ha cambiado %1 desde que se abrió aquí.</translation>
    </message>
    <message>
        <source>Saving replaces what is in it now. Reading it anew drops the unsaved changes of this window.</source>
        <translation>Guardar reemplaza lo que contiene ahora. Volver a leerlo descarta los cambios sin guardar de esta ventana.</translation>
    </message>
    <message>
        <source>Save &amp;anyway</source>
        <translation>Guardar de &amp;todos modos</translation>
    </message>
    <message>
        <source>Save a&amp;s…</source>
        <translation>Guardar &amp;como…</translation>
    </message>
    <message>
        <source>&amp;Read it anew</source>
        <translation>Volver a &amp;leerlo</translation>
    </message>
    <message>
        <source>The lesson keeps the dose as it is.</source>
        <translation>La lección deja la dosis como está.</translation>
    </message>
    <message>
        <source>There is no dose that could be changed.</source>
        <translation>No hay ninguna dosis que se pueda cambiar.</translation>
    </message>
    <message>
        <source>The model of the scenario is not in the library.</source>
        <translation>El modelo del escenario no está en la biblioteca.</translation>
    </message>
    <message>
        <source>The amount, rate or interval with which a curve reaches what you ask for</source>
        <translation>La cantidad, la velocidad o el intervalo con que una curva alcanza lo que usted pide</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>Interacciones</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>There is no table in sight that could be copied.</source>
        <translation>No hay a la vista ninguna tabla que se pueda copiar.</translation>
    </message>
    <message>
        <source>A file still waits for the virtual patients.</source>
        <translation>Un archivo espera todavía a los pacientes virtuales.</translation>
    </message>
    <message>
        <source>Maths</source>
        <translation>Matemáticas</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Model disagreement</source>
        <translation>Desacuerdo de modelos</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>The scenarios have unsaved changes. Save them?</source>
        <translation>Los escenarios tienen cambios sin guardar. ¿Guardarlos?</translation>
    </message>
    <message>
        <source>What was changed until %1 was kept. No file has it yet.</source>
        <translation>Lo modificado hasta %1 se ha conservado. Ningún archivo lo contiene aún.</translation>
    </message>
    <message>
        <source>&amp;What is greyed, and why</source>
        <translation>&amp;Qué está atenuado y por qué</translation>
    </message>
    <message>
        <source>Every control in sight that cannot be used now, with the reason</source>
        <translation>Cada control a la vista que ahora no se puede usar, con el motivo</translation>
    </message>
    <message>
        <source>All of the curves is in sight.</source>
        <translation>Las curvas están enteras a la vista.</translation>
    </message>
    <message>
        <source>The question of the lesson is not answered yet.</source>
        <translation>La pregunta de la lección aún no está respondida.</translation>
    </message>
    <message>
        <source>Scenarios and f&amp;orms</source>
        <translation>Escenarios y f&amp;ormularios</translation>
    </message>
    <message>
        <source>What is on the left of the curves</source>
        <translation>Lo que está a la izquierda de las curvas</translation>
    </message>
    <message>
        <source>Ta&amp;bles</source>
        <translation>Ta&amp;blas</translation>
    </message>
    <message>
        <source>What is below the curves</source>
        <translation>Lo que está debajo de las curvas</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>The curves on the whole screen; F8 and F9 bring tables and forms</source>
        <translation>Las curvas en toda la pantalla; F8 y F9 traen tablas y formularios</translation>
    </message>
</context>
<context>
    <name>ketascope::MathsPanel</name>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Stretch of the curve</source>
        <translation>Tramo de la curva</translation>
    </message>
    <message>
        <source>Between two events a curve is one formula; choose which</source>
        <translation>Entre dos sucesos una curva es una fórmula; elija cuál</translation>
    </message>
    <message>
        <source>The maths of this curve</source>
        <translation>Las matemáticas de esta curva</translation>
    </message>
    <message>
        <source>Half-time after infusions of different length</source>
        <translation>Semitiempo tras infusiones de distinta duración</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>This scenario has no curve.</source>
        <translation>Este escenario no tiene curva.</translation>
    </message>
    <message>
        <source>Exactly this curve, from %1 to %2</source>
        <translation>Exactamente esta curva, de %1 a %2</translation>
    </message>
    <message>
        <source>C in %1, t in hours from the start of this stretch.</source>
        <translation>C en %1, t en horas desde el comienzo de este tramo.</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Coeficiente</translation>
    </message>
    <message>
        <source>Rate constant, 1/h</source>
        <translation>Constante de velocidad, 1/h</translation>
    </message>
    <message>
        <source>Half-life</source>
        <translation>Semivida</translation>
    </message>
    <message>
        <source>This stretch is no plain sum of exponentials: %1.</source>
        <translation>Este tramo no es una simple suma de exponenciales: %1.</translation>
    </message>
    <message>
        <source>Exactly this curve</source>
        <translation>Exactamente esta curva</translation>
    </message>
    <message>
        <source>Half-lives</source>
        <translation>Semividas</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Acumulación</translation>
    </message>
    <message>
        <source>Every %1 for ever, each interval has %2 times the exposure of the first.</source>
        <translation>Cada %1 sin fin, cada intervalo tiene %2 veces la exposición del primero.</translation>
    </message>
    <message>
        <source>None to speak of: %1.</source>
        <translation>Ninguna que señalar: %1.</translation>
    </message>
    <message>
        <source>Context-sensitive half-time</source>
        <translation>Semitiempo sensible al contexto</translation>
    </message>
    <message>
        <source>Not shown: %1.</source>
        <translation>No se muestra: %1.</translation>
    </message>
    <message>
        <source>length of a constant infusion [h]</source>
        <translation>duración de una infusión constante [h]</translation>
    </message>
    <message>
        <source>time to half [min]</source>
        <translation>tiempo hasta la mitad [min]</translation>
    </message>
    <message>
        <source>Infusions of the route %1. In a linear model their rate makes no difference.</source>
        <translation>Infusiones por la vía %1. En un modelo lineal su velocidad no influye.</translation>
    </message>
    <message>
        <source>Infusions of the route %1 at this scenario’s own rate (%2): this model is not linear, so that another rate gives another curve.</source>
        <translation>Infusiones por la vía %1 a la velocidad propia de este escenario (%2): este modelo no es lineal, de modo que otra velocidad da otra curva.</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Tramo</translation>
    </message>
    <message>
        <source>The scenario has one curve only.</source>
        <translation>El escenario tiene una sola curva.</translation>
    </message>
</context>
<context>
    <name>ketascope::MeasureEdit</name>
    <message>
        <source>Unit of %1</source>
        <translation>Unidad de %1</translation>
    </message>
    <message>
        <source>Choosing another unit converts the number.</source>
        <translation>Elegir otra unidad convierte el número.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Escriba un número.</translation>
    </message>
    <message>
        <source>The number must be above zero.</source>
        <translation>El número debe ser mayor que cero.</translation>
    </message>
    <message>
        <source>This is no number. Write it like 0.5; the unit stands beside.</source>
        <translation>Esto no es un número. Escríbalo como 0,5; la unidad está al lado.</translation>
    </message>
    <message>
        <source>year</source>
        <translation>años</translation>
    </message>
    <message>
        <source>month</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semanas</translation>
    </message>
</context>
<context>
    <name>ketascope::MessageBar</name>
    <message>
        <source>Error:</source>
        <translation>Error:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Aviso:</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Nota:</translation>
    </message>
</context>
<context>
    <name>ketascope::MetricsTableModel</name>
    <message>
        <source>The band belongs to another drug form or matrix than this curve.</source>
        <translation>La banda pertenece a otra forma o matriz que esta curva.</translation>
    </message>
    <message>
        <source>The curve does not end in a straight line on the logarithmic axis; let it run for longer.</source>
        <translation>La curva no termina en línea recta en el eje logarítmico; déjela más tiempo.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
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
        <translation>Nombre del escenario</translation>
    </message>
    <message>
        <source>What was computed</source>
        <translation>Qué se calculó</translation>
    </message>
    <message>
        <source>Highest concentration in the time shown</source>
        <translation>Concentración más alta en el tiempo mostrado</translation>
    </message>
    <message>
        <source>Time of the highest concentration</source>
        <translation>Tiempo de la concentración más alta</translation>
    </message>
    <message>
        <source>Area under the curve over the time shown</source>
        <translation>Área bajo la curva en el tiempo mostrado</translation>
    </message>
    <message>
        <source>Area under the curve with the tail extrapolated, where the tail allows it</source>
        <translation>Área bajo la curva con la cola extrapolada, donde la cola lo permite</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Time in the band: %1</source>
        <translation>Tiempo en la banda: %1</translation>
    </message>
    <message>
        <source>Half-life (fitted)</source>
        <translation>Semivida (ajustada)</translation>
    </message>
    <message>
        <source>Half-life of a line fitted to the last third of the falling part that is shown; the tab Maths has those of the model</source>
        <translation>Semivida de una recta ajustada al último tercio del descenso mostrado; las del modelo están en la pestaña de matemáticas</translation>
    </message>
</context>
<context>
    <name>ketascope::ModelCardPanel</name>
    <message>
        <source>Model whose card is shown</source>
        <translation>Modelo cuya ficha se muestra</translation>
    </message>
    <message>
        <source>Diagram smaller</source>
        <translation>Diagrama más pequeño</translation>
    </message>
    <message>
        <source>Diagram larger</source>
        <translation>Diagrama más grande</translation>
    </message>
    <message>
        <source>Fit the diagram into its place</source>
        <translation>Ajustar el diagrama a su sitio</translation>
    </message>
    <message>
        <source>Structure of the model, drawn</source>
        <translation>Estructura del modelo, dibujada</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>Card of</source>
        <translation>Ficha de</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
</context>
<context>
    <name>ketascope::ModelCatalog</name>
    <message>
        <source>Grade: %1</source>
        <translation>Grado: %1</translation>
    </message>
    <message>
        <source>%1 does not describe this route. Models that do: %2.</source>
        <translation>%1 no describe esta vía. Modelos que sí: %2.</translation>
    </message>
</context>
<context>
    <name>ketascope::OutputButton</name>
    <message>
        <source>Curves shown</source>
        <translation>Curvas mostradas</translation>
    </message>
    <message>
        <source>Which of the model&apos;s curves this scenario shows</source>
        <translation>Qué curvas del modelo muestra este escenario</translation>
    </message>
    <message>
        <source>&amp;All concentrations</source>
        <translation>&amp;Todas las concentraciones</translation>
    </message>
    <message>
        <source>all concentrations</source>
        <translation>todas las concentraciones</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 elegidas</translation>
    </message>
    <message>
        <source>The model has one curve only.</source>
        <translation>El modelo tiene una sola curva.</translation>
    </message>
</context>
<context>
    <name>ketascope::ParameterPanel</name>
    <message>
        <source>Find a parameter</source>
        <translation>Buscar un parámetro</translation>
    </message>
    <message>
        <source>All &amp;published</source>
        <translation>Todo como &amp;publicado</translation>
    </message>
    <message>
        <source>Set every parameter of this scenario back to its published value</source>
        <translation>Devolver cada parámetro de este escenario a su valor publicado</translation>
    </message>
    <message>
        <source>published: %1</source>
        <translation>publicado: %1</translation>
    </message>
    <message>
        <source>Slider of %1</source>
        <translation>Deslizador de %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset %1 to its published value</source>
        <translation>Devolver %1 a su valor publicado</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>No hay ningún modelo abierto.</translation>
    </message>
    <message>
        <source>Parameters of %1. What differs from the publication is in bold.</source>
        <translation>Parámetros de %1. Lo que difiere de la publicación está en negrita.</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>cambiar %1</translation>
    </message>
    <message>
        <source>published parameters</source>
        <translation>parámetros publicados</translation>
    </message>
    <message>
        <source>Every parameter of this scenario has its published value.</source>
        <translation>Cada parámetro de este escenario tiene su valor publicado.</translation>
    </message>
    <message>
        <source>The parameter has its published value.</source>
        <translation>El parámetro tiene su valor publicado.</translation>
    </message>
</context>
<context>
    <name>ketascope::PatientsDialog</name>
    <message>
        <source>&amp;Between people</source>
        <translation>&amp;Entre personas</translation>
    </message>
    <message>
        <source>Between &amp;occasions</source>
        <translation>Entre &amp;ocasiones</translation>
    </message>
    <message>
        <source>&amp;Residual error</source>
        <translation>Error &amp;residual</translation>
    </message>
    <message>
        <source>&amp;Uncertainty of the estimates</source>
        <translation>&amp;Incertidumbre de las estimaciones</translation>
    </message>
    <message>
        <source>Virtual patients</source>
        <translation>Pacientes virtuales</translation>
    </message>
    <message>
        <source>Number of patients</source>
        <translation>Número de pacientes</translation>
    </message>
    <message>
        <source>Patients per scenario; more of them make smoother percentiles</source>
        <translation>Pacientes por escenario; cuantos más, más suaves los percentiles</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>A whole number. The same seed gives the same patients</source>
        <translation>Un número entero. La misma semilla da los mismos pacientes</translation>
    </message>
    <message>
        <source>Every patient draws what the model says of how people differ</source>
        <translation>Para cada paciente se sortea lo que el modelo indica sobre cómo difieren las personas</translation>
    </message>
    <message>
        <source>What varies within a person is drawn anew when an occasion begins</source>
        <translation>Lo que varía dentro de una persona se sortea de nuevo al empezar una ocasión</translation>
    </message>
    <message>
        <source>Further occasions begin at</source>
        <translation>Inicio de las ocasiones siguientes</translation>
    </message>
    <message>
        <source>Adds to each value what an assay and a misfit of the model would add</source>
        <translation>Añade a cada valor lo que añadirían un ensayo y un desajuste del modelo</translation>
    </message>
    <message>
        <source>Every patient draws the estimates, too, from their standard errors</source>
        <translation>Para cada paciente se sortean también las estimaciones, según sus errores estándar</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Número</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Semilla</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Difieren</translation>
    </message>
    <message>
        <source>Occasions begin &amp;at</source>
        <translation>Inicio &amp;de las ocasiones</translation>
    </message>
    <message>
        <source>Also drawn</source>
        <translation>También se sortean</translation>
    </message>
    <message>
        <source>covariates</source>
        <translation>covariables</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>objetivos</translation>
    </message>
    <message>
        <source>Covariates and targets of patients are written into the file.</source>
        <translation>Las covariables y los objetivos de los pacientes se escriben en el archivo.</translation>
    </message>
    <message>
        <source>The file also states %1; they stay as they are.</source>
        <translation>El archivo indica además %1; se quedan como están.</translation>
    </message>
    <message>
        <source>No model shown states variability between people.</source>
        <translation>Ningún modelo mostrado indica variabilidad entre personas.</translation>
    </message>
    <message>
        <source>No model shown states variability between occasions.</source>
        <translation>Ningún modelo mostrado indica variabilidad entre ocasiones.</translation>
    </message>
    <message>
        <source>No model shown states a residual error.</source>
        <translation>Ningún modelo mostrado indica un error residual.</translation>
    </message>
    <message>
        <source>No model shown states standard errors of its estimates.</source>
        <translation>Ningún modelo mostrado indica errores estándar de sus estimaciones.</translation>
    </message>
    <message>
        <source>The seed is a whole number that is not negative.</source>
        <translation>La semilla es un número entero no negativo.</translation>
    </message>
    <message>
        <source>virtual patients</source>
        <translation>pacientes virtuales</translation>
    </message>
    <message>
        <source>for example 24 h; 48 h</source>
        <translation>por ejemplo, 24 h; 48 h</translation>
    </message>
    <message>
        <source>Times after the start, with their units, divided by semicolons; without any the whole course is one occasion</source>
        <translation>Tiempos desde el inicio, con sus unidades, separados por punto y coma; sin ninguno, todo el curso es una sola ocasión</translation>
    </message>
    <message>
        <source>Occasions begin at times after the start, like 24 h; 48 h.</source>
        <translation>Las ocasiones empiezan en tiempos desde el inicio, como 24 h; 48 h.</translation>
    </message>
</context>
<context>
    <name>ketascope::PatientsPanel</name>
    <message>
        <source>How virtual patients differ</source>
        <translation>Cómo difieren los pacientes virtuales</translation>
    </message>
    <message>
        <source>Who the patients are</source>
        <translation>Quiénes son los pacientes</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copiar tabla</translation>
    </message>
    <message>
        <source>Copy this table for a spreadsheet</source>
        <translation>Copiar esta tabla para una hoja de cálculo</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Guardar tabla…</translation>
    </message>
    <message>
        <source>Write this table as comma-separated values</source>
        <translation>Escribir esta tabla como valores separados por comas</translation>
    </message>
    <message>
        <source>Computing… %1 %</source>
        <translation>Calculando… %1 %</translation>
    </message>
    <message>
        <source>There is no table yet.</source>
        <translation>Todavía no hay tabla.</translation>
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
        <translation>Tiempo en %1</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Objetivo: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 patients</source>
        <translation>%1 pacientes</translation>
    </message>
    <message>
        <source>Patients who are in the band at all; of %1</source>
        <translation>Pacientes que llegan a estar en la banda; de %1</translation>
    </message>
    <message>
        <source>Patients who reach the target; of %1</source>
        <translation>Pacientes que alcanzan el objetivo; de %1</translation>
    </message>
    <message>
        <source>%1 % of the patients have no more than this</source>
        <translation>El %1 % de los pacientes no supera este valor</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Magnitud</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Alcanzado por</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Nombre del escenario</translation>
    </message>
    <message>
        <source>What was computed</source>
        <translation>Qué se calculó</translation>
    </message>
    <message>
        <source>What is measured of every patient</source>
        <translation>Qué se mide de cada paciente</translation>
    </message>
    <message>
        <source>Part of the patients who are in the band at all, or reach the target</source>
        <translation>Proporción de pacientes que llegan a estar en la banda o alcanzan el objetivo</translation>
    </message>
    <message>
        <source>Mean over all patients</source>
        <translation>Media de todos los pacientes</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioDocument</name>
    <message>
        <source>recover unsaved changes</source>
        <translation>recuperar cambios sin guardar</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioListModel</name>
    <message>
        <source>show scenario</source>
        <translation>mostrar escenario</translation>
    </message>
    <message>
        <source>hide scenario</source>
        <translation>ocultar escenario</translation>
    </message>
    <message>
        <source>rename scenario</source>
        <translation>renombrar escenario</translation>
    </message>
    <message>
        <source>add scenario</source>
        <translation>añadir escenario</translation>
    </message>
    <message>
        <source>duplicate scenario</source>
        <translation>duplicar escenario</translation>
    </message>
    <message>
        <source>remove scenario</source>
        <translation>quitar escenario</translation>
    </message>
    <message>
        <source>What is shown stays until the lesson&apos;s question is answered.</source>
        <translation>Lo que se muestra no cambia hasta que se responda la pregunta de la lección.</translation>
    </message>
</context>
<context>
    <name>ketascope::ScenarioPanel</name>
    <message>
        <source>Scenarios</source>
        <translation>Escenarios</translation>
    </message>
    <message>
        <source>Tick to show a scenario; F2 renames it.</source>
        <translation>Marque para mostrar un escenario; F2 lo renombra.</translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation>&amp;Nuevo escenario</translation>
    </message>
    <message>
        <source>Add a scenario to this document</source>
        <translation>Añadir un escenario a este documento</translation>
    </message>
    <message>
        <source>Copy the scenario chosen in the list</source>
        <translation>Copiar el escenario elegido en la lista</translation>
    </message>
    <message>
        <source>Remove the scenario chosen in the list (undo brings it back)</source>
        <translation>Quitar el escenario elegido en la lista (deshacer lo recupera)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>The lesson keeps its scenarios.</source>
        <translation>La lección conserva sus escenarios.</translation>
    </message>
    <message>
        <source>Choose a scenario in the list first.</source>
        <translation>Elija antes un escenario en la lista.</translation>
    </message>
</context>
<context>
    <name>ketascope::ScheduleModel</name>
    <message>
        <source>at once</source>
        <translation>de una vez</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>una sola vez</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La lección lo deja como está.</translation>
    </message>
    <message>
        <source>This route takes its dose at once.</source>
        <translation>Por esta vía la dosis se da de una vez.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Durante</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Cada</translation>
    </message>
    <message>
        <source>How the dose is given; only what the model describes can be chosen</source>
        <translation>Cómo se da la dosis; solo puede elegirse lo que describe el modelo</translation>
    </message>
    <message>
        <source>Amount of drug per dose</source>
        <translation>Cantidad de fármaco por dosis</translation>
    </message>
    <message>
        <source>Total or per body weight; another unit converts the amount</source>
        <translation>Total o por peso corporal; otra unidad convierte la cantidad</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Tiempo desde el inicio del escenario</translation>
    </message>
    <message>
        <source>A duration (40 min) or a rate (20 mg/h); empty for a single push</source>
        <translation>Una duración (40 min) o una velocidad (20 mg/h); vacío si se da de una vez</translation>
    </message>
    <message>
        <source>Further doses after the first</source>
        <translation>Dosis después de la primera</translation>
    </message>
    <message>
        <source>Time between repeated doses</source>
        <translation>Tiempo entre dosis repetidas</translation>
    </message>
    <message>
        <source>%1 does not describe this route.</source>
        <translation>%1 no describe esta vía.</translation>
    </message>
    <message>
        <source>An amount is a number that is not negative, like 0.5 or 0.5 mg/kg.</source>
        <translation>Una cantidad es un número no negativo, como 0,5 o 0,5 mg/kg.</translation>
    </message>
    <message>
        <source>%1 is no unit of an amount.</source>
        <translation>%1 no es una unidad de cantidad.</translation>
    </message>
    <message>
        <source>A start is a time that is not negative, like 2 h.</source>
        <translation>Un inicio es un tiempo no negativo, como 2 h.</translation>
    </message>
    <message>
        <source>Write a duration like 40 min, a rate like 20 mg/h, or nothing.</source>
        <translation>Escriba una duración como 40 min, una velocidad como 20 mg/h, o nada.</translation>
    </message>
    <message>
        <source>Repeats are a whole number from 0 to %1.</source>
        <translation>Las repeticiones son un número entero de 0 a %1.</translation>
    </message>
    <message>
        <source>Write the time between doses like 8 h.</source>
        <translation>Escriba el tiempo entre dosis como 8 h.</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>cambiar %1</translation>
    </message>
    <message>
        <source>add dose</source>
        <translation>añadir dosis</translation>
    </message>
    <message>
        <source>copy dose</source>
        <translation>copiar dosis</translation>
    </message>
    <message>
        <source>remove dose</source>
        <translation>quitar dosis</translation>
    </message>
    <message>
        <source>The lesson keeps the schedule as it is.</source>
        <translation>La lección deja la pauta como está.</translation>
    </message>
    <message>
        <source>The doses come from an event table; change them there.</source>
        <translation>Las dosis vienen de una tabla de eventos; cámbielas allí.</translation>
    </message>
    <message>
        <source>There is no scenario with a known model to give a dose to.</source>
        <translation>No hay ningún escenario con un modelo conocido al que dar una dosis.</translation>
    </message>
    <message>
        <source>once, at steady state</source>
        <translation>una sola vez, en estado estacionario</translation>
    </message>
    <message>
        <source>%1, at steady state</source>
        <translation>%1, en estado estacionario</translation>
    </message>
    <message>
        <source>%1 (set by hand)</source>
        <translation>%1 (fijado a mano)</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>como el modelo</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Time before the dose enters; empty for the model&apos;s own</source>
        <translation>Tiempo antes de que entre la dosis; vacío para el del modelo</translation>
    </message>
    <message>
        <source>Part of the dose that enters, like 0.5 or 50 %; empty for the model&apos;s own</source>
        <translation>Fracción de la dosis que entra, como 0,5 o 50 %; vacío para la del modelo</translation>
    </message>
    <message>
        <source>A lag is a time that is not negative, like 10 min, or nothing.</source>
        <translation>Un retraso es un tiempo no negativo, como 10 min, o nada.</translation>
    </message>
    <message>
        <source>F is a part from 0 to 1, like 0.5 or 50 %, or nothing.</source>
        <translation>F es una fracción de 0 a 1, como 0,5 o 50 %, o nada.</translation>
    </message>
    <message>
        <source>then infuse</source>
        <translation>infundir después</translation>
    </message>
</context>
<context>
    <name>ketascope::SchedulePanel</name>
    <message>
        <source>Schedule of doses</source>
        <translation>Pauta de dosis</translation>
    </message>
    <message>
        <source>Add a dose to the schedule</source>
        <translation>Añadir una dosis a la pauta</translation>
    </message>
    <message>
        <source>Copy the dose chosen in the table</source>
        <translation>Copiar la dosis elegida en la tabla</translation>
    </message>
    <message>
        <source>Remove the dose chosen in the table</source>
        <translation>Quitar la dosis elegida en la tabla</translation>
    </message>
    <message>
        <source>Delete dose</source>
        <translation>Quitar dosis</translation>
    </message>
    <message>
        <source>Choose a dose in the table first.</source>
        <translation>Elija antes una dosis en la tabla.</translation>
    </message>
    <message>
        <source>into %1 (free dosing)</source>
        <translation>en %1 (dosificación libre)</translation>
    </message>
    <message>
        <source>Lag and F</source>
        <translation>Retraso y F</translation>
    </message>
    <message>
        <source>Show lag time and bioavailability of each dose</source>
        <translation>Mostrar el tiempo de retraso y la biodisponibilidad de cada dosis</translation>
    </message>
    <message>
        <source>A dose has its own lag or F, which stays in sight.</source>
        <translation>Una dosis tiene su propio retraso o F, que queda a la vista.</translation>
    </message>
    <message>
        <source>Add dose</source>
        <translation>Añadir dosis</translation>
    </message>
    <message>
        <source>Copy dose</source>
        <translation>Copiar dosis</translation>
    </message>
    <message>
        <source>This is the only dose: change it, or remove the scenario.</source>
        <translation>Es la única dosis: cámbiela o quite el escenario.</translation>
    </message>
    <message>
        <source>Then infuse</source>
        <translation>+ Infusión</translation>
    </message>
    <message>
        <source>A loading dose and its infusion: adds an infusion of the same amount over an hour that begins where the dose chosen ends</source>
        <translation>Dosis de carga y su infusión: añade una infusión de la misma cantidad durante una hora que empieza donde termina la dosis elegida</translation>
    </message>
</context>
<context>
    <name>ketascope::StyleDialog</name>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>bermellón</translation>
    </message>
    <message>
        <source>bluish green</source>
        <translation>verde azulado</translation>
    </message>
    <message>
        <source>reddish purple</source>
        <translation>púrpura rojizo</translation>
    </message>
    <message>
        <source>black</source>
        <translation>negro</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>naranja</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>azul cielo</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>continua</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>a trazos</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>de puntos</translation>
    </message>
    <message>
        <source>dash-dot</source>
        <translation>trazo y punto</translation>
    </message>
    <message>
        <source>dash-dot-dot</source>
        <translation>trazo y dos puntos</translation>
    </message>
    <message>
        <source>long dashes</source>
        <translation>trazos largos</translation>
    </message>
    <message>
        <source>Curve styles</source>
        <translation>Estilos de las curvas</translation>
    </message>
    <message>
        <source>Style of each curve</source>
        <translation>Estilo de cada curva</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Grosor</translation>
    </message>
    <message>
        <source>Text in the legend</source>
        <translation>Texto en la leyenda</translation>
    </message>
    <message>
        <source>As usual, a scenario has a colour of a palette that colour-blind readers tell apart, and a metabolite a line pattern of its own. Styles are part of the document and of everything that is exported.</source>
        <translation>De forma habitual, un escenario tiene un color de una paleta que los lectores daltónicos distinguen, y un metabolito, un patrón de línea propio. Los estilos forman parte del documento y de todo lo que se exporta.</translation>
    </message>
    <message>
        <source>All as &amp;usual</source>
        <translation>Todo como es &amp;habitual</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1 de %2, %3</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>habitual</translation>
    </message>
    <message>
        <source>another one…</source>
        <translation>otro…</translation>
    </message>
    <message>
        <source>All curves of a scenario share its colour</source>
        <translation>Todas las curvas de un escenario comparten su color</translation>
    </message>
    <message>
        <source>Colour of the scenario</source>
        <translation>Color del escenario</translation>
    </message>
    <message>
        <source>curve styles</source>
        <translation>estilos de las curvas</translation>
    </message>
    <message>
        <source>In a dark window dark colours are drawn lighter; the document keeps what you chose.</source>
        <translation>En una ventana oscura los colores oscuros se dibujan más claros; el documento conserva lo que eligió.</translation>
    </message>
</context>
<context>
    <name>ketascope::TargetDialog</name>
    <message>
        <source>Find the dose for a target</source>
        <translation>Buscar la dosis para un objetivo</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Qué</translation>
    </message>
    <message>
        <source>What is to reach the target</source>
        <translation>Qué debe alcanzar el objetivo</translation>
    </message>
    <message>
        <source>highest value (Cmax)</source>
        <translation>valor más alto (Cmax)</translation>
    </message>
    <message>
        <source>lowest value (trough)</source>
        <translation>valor más bajo (valle)</translation>
    </message>
    <message>
        <source>average</source>
        <translation>promedio</translation>
    </message>
    <message>
        <source>time within a range</source>
        <translation>tiempo dentro de un rango</translation>
    </message>
    <message>
        <source>value at a time</source>
        <translation>valor en un tiempo</translation>
    </message>
    <message>
        <source>of &amp;curve</source>
        <translation>de la &amp;curva</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>range from</source>
        <translation>rango desde</translation>
    </message>
    <message>
        <source>Lower limit; empty for none</source>
        <translation>Límite inferior; vacío si no hay</translation>
    </message>
    <message>
        <source>range to</source>
        <translation>rango hasta</translation>
    </message>
    <message>
        <source>Upper limit; empty for none</source>
        <translation>Límite superior; vacío si no hay</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>is to &amp;be</source>
        <translation>debe &amp;ser</translation>
    </message>
    <message>
        <source>The target</source>
        <translation>El objetivo</translation>
    </message>
    <message>
        <source>w&amp;hen</source>
        <translation>cuá&amp;ndo</translation>
    </message>
    <message>
        <source>When it is looked for</source>
        <translation>Cuándo se busca</translation>
    </message>
    <message>
        <source>between two times</source>
        <translation>entre dos tiempos</translation>
    </message>
    <message>
        <source>in the last interval of the dose</source>
        <translation>en el último intervalo de la dosis</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>&amp;desde</translation>
    </message>
    <message>
        <source>Time after the start of the scenario</source>
        <translation>Tiempo desde el inicio del escenario</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;hasta</translation>
    </message>
    <message>
        <source>by &amp;dose</source>
        <translation>con la d&amp;osis</translation>
    </message>
    <message>
        <source>Dose that changes</source>
        <translation>Dosis que cambia</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>changing &amp;its</source>
        <translation>ca&amp;mbiando su</translation>
    </message>
    <message>
        <source>What of the dose changes</source>
        <translation>Qué cambia de la dosis</translation>
    </message>
    <message>
        <source>between</source>
        <translation>entre</translation>
    </message>
    <message>
        <source>Smallest value that is tried</source>
        <translation>Valor más pequeño que se prueba</translation>
    </message>
    <message>
        <source>and</source>
        <translation>y</translation>
    </message>
    <message>
        <source>Largest value that is tried</source>
        <translation>Valor más grande que se prueba</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Looking for the dose</source>
        <translation>Buscando la dosis</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Usarlo</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>cantidad</translation>
    </message>
    <message>
        <source>rate, for as long as before</source>
        <translation>velocidad, durante el mismo tiempo</translation>
    </message>
    <message>
        <source>Only a dose that is given at a rate has one.</source>
        <translation>Solo la tiene una dosis que se da a una velocidad.</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>intervalo</translation>
    </message>
    <message>
        <source>The dose is given once.</source>
        <translation>La dosis se da una sola vez.</translation>
    </message>
    <message>
        <source>&amp;at</source>
        <translation>en el &amp;tiempo</translation>
    </message>
    <message>
        <source>Say first what the target is.</source>
        <translation>Indique primero cuál es el objetivo.</translation>
    </message>
    <message>
        <source>Puts the value found into the schedule; undo takes it back.</source>
        <translation>Pone en la pauta el valor encontrado; deshacer lo revierte.</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>velocidad</translation>
    </message>
    <message>
        <source>With %1 = %2: %3 %4.</source>
        <translation>Con %1 = %2: %3 %4.</translation>
    </message>
    <message>
        <source>That is %1 for %2.</source>
        <translation>Eso es %1 durante %2.</translation>
    </message>
    <message>
        <source>Larger values between the bounds reach it as well.</source>
        <translation>También lo alcanzan valores mayores entre los límites.</translation>
    </message>
    <message>
        <source>dose for a target</source>
        <translation>dosis para un objetivo</translation>
    </message>
    <message>
        <source>The lesson keeps this as it is.</source>
        <translation>La lección lo deja como está.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Pharmacokinetics of ketamine in a window.</source>
        <translation>Farmacocinética de la ketamina en una ventana.</translation>
    </message>
    <message>
        <source>Scenario files to open.</source>
        <translation>Archivos de escenarios para abrir.</translation>
    </message>
</context>
</TS>
