/// What ``ReportGoldenTests`` expects; `~` stands for a no-break space.
enum ReportGolden {
  static let danish = #"""
    <!DOCTYPE html>
    <html lang="da">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="generator" content="telefontid 0.1.0"/>
    <title>Undersøgelse af telefonisk tilgængelighed</title>
    </head>
    <body>
    <header><p class="kind">Undersøgelse</p><h1>Undersøgelse af telefonisk tilgængelighed</h1><p class="subtitle">26 af 27~praksisser blev ringet op; 26~opkald fordelt på 30~opkaldsforsøg; 1 var planlagt, men blev ikke foretaget; 7.~april – 7.~juli~2015, opkald på 2~dage.</p></header>
    <main>
    <section id="summary" class="part" aria-labelledby="summary-heading">
    <h2 id="summary-heading">Kort fortalt</h2>
    <p class="lead">3 af 25~opkald (12,0~%) endte uden kontakt efter overenskomstens regel. Den sande andel kan godt ligge hvor som helst i intervallet <span class="range">4,2–30,0~%.</span></p>
    <dl class="tiles"><div><dt>Uden kontakt, alle opkald</dt><dd class="value">12,0~%</dd><dd>95~%-interval: <span class="range">4,2–30,0~%</span></dd></div><div><dt>Mål: højst 20~% uden kontakt</dt><dd class="value">Uafklaret</dd><dd>Uafklaret i begge tidsrum</dd></div><div><dt>Usikkerhed i ét tidsrum</dt><dd class="value">±~14</dd><dd>procentpoint med 20~opkald</dd></div></dl>
    <h3>Ikke opnået kontakt, efter tidsrum</h3>
    <figure>
    <figcaption>Hver prik er andelen af opkald, der ikke gav kontakt med praksis; stregen gennem den er 95~%-konfidensintervallet: jo længere, jo mindre ved man. Den stiplede linje er målet: højst 20~%. Kontakt betyder: overenskomstens regel.</figcaption></figure>
    <details><summary>Tallene bag figuren</summary><div class="scroll whole" role="region" aria-labelledby="summary-3-numbers-caption" tabindex="0"><table class="numbers"><caption id="summary-3-numbers-caption">Ikke opnået kontakt, efter tidsrum</caption>
    <thead><tr><th scope="col" class="t">Tidsrum</th><th scope="col" class="n">Opkald</th><th scope="col" class="n">Ikke opnået kontakt</th><th scope="col" class="n">Andel</th><th scope="col" class="n">95~%-interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n">20</td><td class="n">2</td><td class="n">10,0~%</td><td class="n">2,8–30,1~%</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10</span></th><td class="n">5</td><td class="n">1</td><td class="n">–</td><td class="n">–</td></tr>
    </tbody></table></div></details>
    <ul><li>Målet om højst 20~% uden kontakt er uafklaret for alle opkald under ét; det er uafklaret i begge tidsrum.</li><li>I et enkelt tidsrum er undersøgelsen svag: Var andelen uden kontakt i virkeligheden 10,0~%, ville 5~opkald vise målet opfyldt i færre end 1 ud af 100 undersøgelser; var den 30,0~%, ville de vise målet ikke opfyldt i 3 ud af 100.</li><li>For alle opkald under ét er undersøgelsen svag: Var andelen uden kontakt i virkeligheden 10,0~%, ville 25~opkald vise målet opfyldt i 27 ud af 100 undersøgelser; var den 30,0~%, ville de vise målet ikke opfyldt i 32 ud af 100.</li></ul>
    </section>
    <nav aria-label="Indhold"><ul><li><a href="#question">Hvad blev der spurgt om?</a></li><li><a href="#method">Sådan blev det gjort</a></li><li><a href="#found">Hvad viste det?</a></li><li><a href="#certainty">Hvor sikkert er det?</a></li><li><a href="#limits">Hvad rapporten ikke kan sige noget om</a></li><li><a href="#feedback-1">Tilbagemelding pr. kommune</a></li><li><a href="#files">Filer, og hvordan det gentages</a></li></ul></nav>
    <section id="question" class="part" aria-labelledby="question-heading">
    <h2 id="question-heading">Hvad blev der spurgt om?</h2>
    <p>Hvor stor en andel af opkaldene til almen praksis ender uden kontakt? Er det højst 20~%? Og hvordan afhænger det af tidspunktet på dagen?</p>
    </section>
    <section id="method" class="part" aria-labelledby="method-heading">
    <h2 id="method-heading">Sådan blev det gjort</h2>
    <dl><div><dt>Praksisser</dt><dd>26 af 27~praksisser blev ringet op</dd></div><div><dt>Opkald</dt><dd>26~opkald fordelt på 30~opkaldsforsøg; 1 var planlagt, men blev ikke foretaget</dd></div><div><dt>Dage</dt><dd>7.~april – 7.~juli~2015, opkald på 2~dage</dd></div><div><dt>Tidsrum</dt><dd><span class="range">Kl.~8–9</span> og <span class="range">9–10</span></dd></div><div><dt>Opnået kontakt</dt><dd>En person i praksis svarede, opkaldet blev viderestillet og besvaret, en akutlinje blev besvaret, eller en besked henviste til en navngiven stedfortræder: overenskomstens regel. Der er også opnået kontakt, når den, der svarede, ikke ønskede at deltage.</dd></div><div><dt>Ugyldige opkald</dt><dd>Forkerte numre og opkald, der ikke blev foretaget, tælles med for sig, men indgår ikke i andelene.</dd></div><div><dt>Konfidensinterval</dt><dd>Konfidensniveau 95~%, metode »wilson«; praksisser, der er ringet op flere gange, regnes som klynger</dd></div><div><dt>Målopfyldelse</dt><dd>Opfyldt eller ikke opfyldt kun, hvor en eksakt ensidet test viser det, med en fejlrisiko på 5~% til hver side; ellers uafklaret</dd></div></dl>
    </section>
    <section id="found" class="part" aria-labelledby="found-heading">
    <h2 id="found-heading">Hvad viste det?</h2>
    <div class="scroll whole" role="region" aria-labelledby="found-1-caption" tabindex="0"><table class="numbers"><caption id="found-1-caption">Opkald uden kontakt, efter tidsrum</caption>
    <thead><tr><th scope="col" class="t">Tidsrum</th><th scope="col" class="n">Opkald</th><th scope="col" class="n">Uden kontakt</th><th scope="col" class="n">Andel</th><th scope="col" class="n">95~%-interval</th><th scope="col" class="t">Målopfyldelse</th><th scope="col" class="n">Opfyldt ved højst</th><th scope="col" class="n">Ikke opfyldt fra</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n">20</td><td class="n">2</td><td class="n">10,0~%</td><td class="n">2,8–30,1~%</td><td class="t">uafklaret</td><td class="n">0</td><td class="n">8</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10~*</span></th><td class="n">5</td><td class="n">1</td><td class="n">–</td><td class="n">–</td><td class="t">uafklaret</td><td class="n">aldrig</td><td class="n">4</td></tr>
    <tr class="total"><th scope="row">Alle opkald</th><td class="n">25</td><td class="n">3</td><td class="n">12,0~%</td><td class="n">4,2–30,0~%</td><td class="t">uafklaret</td><td class="n">1</td><td class="n">9</td></tr>
    </tbody></table></div><p class="note">* Færre end 10 opkald: for få til at sige noget hver for sig.</p><p class="note">Ét opkald var ugyldigt (forkert nummer, ikke foretaget, eller en ventetid, som ingen noterede). Det indgår ikke.</p>
    <p>Det er ikke vist, at målet er opfyldt i alle tidsrum: 0 af 2 tidsrum opfylder det hver for sig.</p>
    <p>Hvordan opkaldene endte, og dermed hvad der kan forbedres: en telefonkø, en telefontid eller en besked.</p>
    <h3>Hvordan undersøgelsens opkald endte</h3>
    <figure>
    <figcaption>Hver række er alle gyldige opkald i et tidsrum. Blå: nogen svarede, eller en besked nævnte en stedfortræder. Varme farver, fra højre: ingen svarede. Det er optalte opkald, uden interval.</figcaption></figure>
    <details><summary>Tallene bag figuren</summary><div class="scroll whole" role="region" aria-labelledby="found-4-numbers-caption" tabindex="0"><table class="numbers"><caption id="found-4-numbers-caption">Hvordan undersøgelsens opkald endte</caption>
    <thead><tr><th scope="col" class="t">Tidsrum</th><th scope="col" class="n">Besvaret af læge</th><th scope="col" class="n">Besvaret af personale</th><th scope="col" class="n">Optaget</th><th scope="col" class="n">Intet svar</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n">0</td><td class="n">18</td><td class="n">2</td><td class="n">0</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10</span></th><td class="n">4</td><td class="n">0</td><td class="n">0</td><td class="n">1</td></tr>
    </tbody></table></div></details>
    <h3>De samme opkald efter andre definitioner</h3>
    <p>Hvad der regnes for opnået kontakt, betyder mere end noget andet. Rapporten går ud fra: overenskomstens regel.</p>
    <div class="scroll whole" role="region" aria-labelledby="found-7-caption" tabindex="0"><table class="numbers"><caption id="found-7-caption">Alle opkald efter definition af opnået kontakt</caption>
    <thead><tr><th scope="col" class="t">Definition af opnået kontakt</th><th scope="col" class="n">Opkald</th><th scope="col" class="n">Uden kontakt</th><th scope="col" class="n">Andel</th><th scope="col" class="n">95~%-interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">Overenskomstens regel</th><td class="n">25</td><td class="n">3</td><td class="n">12,0~%</td><td class="n">4,2–30,0~%</td></tr>
    <tr class="plain"><th scope="row">En person i praksis</th><td class="n">25</td><td class="n">4</td><td class="n">16,0~%</td><td class="n">6,4–34,7~%</td></tr>
    </tbody></table></div>
    </section>
    <section id="certainty" class="part" aria-labelledby="certainty-heading">
    <h2 id="certainty-heading">Hvor sikkert er det?</h2>
    <p>Blev sådan en undersøgelse gentaget igen og igen, ville omkring 95 ud af 100 konfidensintervaller rumme den sande andel. Én undersøgelse giver ét af dem, og ingen ved, om det er et, der gør.</p>
    <h3>Hvad 5~opkald kan vise</h3>
    <figure>
    <figcaption>Hvad 5~opkald i ét tidsrum kan vise om et mål på 20~%: sandsynligheden for hver afgørelse, efter den sande andel.</figcaption></figure>
    <details><summary>Tallene bag figuren</summary><div class="scroll" role="region" aria-labelledby="certainty-2-numbers-caption" tabindex="0"><table class="numbers"><caption id="certainty-2-numbers-caption">Hvad 5~opkald kan vise</caption>
    <thead><tr><th scope="col" class="t">Sand andel</th><th scope="col" class="n">opfyldt</th><th scope="col" class="n">uafklaret</th><th scope="col" class="n">ikke opfyldt</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">0~%</th><td class="n">0,0~%</td><td class="n">100,0~%</td><td class="n">0,0~%</td></tr>
    <tr class="plain"><th scope="row">2~%</th><td class="n">0,0~%</td><td class="n">100,0~%</td><td class="n">0,0~%</td></tr>
    <tr class="plain"><th scope="row">4~%</th><td class="n">0,0~%</td><td class="n">100,0~%</td><td class="n">0,0~%</td></tr>
    <tr class="plain"><th scope="row">6~%</th><td class="n">0,0~%</td><td class="n">100,0~%</td><td class="n">0,0~%</td></tr>
    <tr class="plain"><th scope="row">8~%</th><td class="n">0,0~%</td><td class="n">100,0~%</td><td class="n">0,0~%</td></tr>
    <tr class="plain"><th scope="row">10~%</th><td class="n">0,0~%</td><td class="n">100,0~%</td><td class="n">0,0~%</td></tr>
    <tr class="plain"><th scope="row">12~%</th><td class="n">0,0~%</td><td class="n">99,9~%</td><td class="n">0,1~%</td></tr>
    <tr class="plain"><th scope="row">14~%</th><td class="n">0,0~%</td><td class="n">99,8~%</td><td class="n">0,2~%</td></tr>
    <tr class="plain"><th scope="row">16~%</th><td class="n">0,0~%</td><td class="n">99,7~%</td><td class="n">0,3~%</td></tr>
    <tr class="plain"><th scope="row">18~%</th><td class="n">0,0~%</td><td class="n">99,6~%</td><td class="n">0,4~%</td></tr>
    <tr class="plain"><th scope="row">20~%</th><td class="n">0,0~%</td><td class="n">99,3~%</td><td class="n">0,7~%</td></tr>
    <tr class="plain"><th scope="row">22~%</th><td class="n">0,0~%</td><td class="n">99,0~%</td><td class="n">1,0~%</td></tr>
    <tr class="plain"><th scope="row">24~%</th><td class="n">0,0~%</td><td class="n">98,7~%</td><td class="n">1,3~%</td></tr>
    <tr class="plain"><th scope="row">26~%</th><td class="n">0,0~%</td><td class="n">98,2~%</td><td class="n">1,8~%</td></tr>
    <tr class="plain"><th scope="row">28~%</th><td class="n">0,0~%</td><td class="n">97,6~%</td><td class="n">2,4~%</td></tr>
    <tr class="plain"><th scope="row">30~%</th><td class="n">0,0~%</td><td class="n">96,9~%</td><td class="n">3,1~%</td></tr>
    <tr class="plain"><th scope="row">32~%</th><td class="n">0,0~%</td><td class="n">96,1~%</td><td class="n">3,9~%</td></tr>
    <tr class="plain"><th scope="row">34~%</th><td class="n">0,0~%</td><td class="n">95,1~%</td><td class="n">4,9~%</td></tr>
    <tr class="plain"><th scope="row">36~%</th><td class="n">0,0~%</td><td class="n">94,0~%</td><td class="n">6,0~%</td></tr>
    <tr class="plain"><th scope="row">38~%</th><td class="n">0,0~%</td><td class="n">92,7~%</td><td class="n">7,3~%</td></tr>
    <tr class="plain"><th scope="row">40~%</th><td class="n">0,0~%</td><td class="n">91,3~%</td><td class="n">8,7~%</td></tr>
    <tr class="plain"><th scope="row">42~%</th><td class="n">0,0~%</td><td class="n">89,7~%</td><td class="n">10,3~%</td></tr>
    <tr class="plain"><th scope="row">44~%</th><td class="n">0,0~%</td><td class="n">87,9~%</td><td class="n">12,1~%</td></tr>
    <tr class="plain"><th scope="row">46~%</th><td class="n">0,0~%</td><td class="n">85,9~%</td><td class="n">14,1~%</td></tr>
    <tr class="plain"><th scope="row">48~%</th><td class="n">0,0~%</td><td class="n">83,7~%</td><td class="n">16,3~%</td></tr>
    <tr class="plain"><th scope="row">50~%</th><td class="n">0,0~%</td><td class="n">81,2~%</td><td class="n">18,8~%</td></tr>
    <tr class="plain"><th scope="row">52~%</th><td class="n">0,0~%</td><td class="n">78,7~%</td><td class="n">21,3~%</td></tr>
    <tr class="plain"><th scope="row">54~%</th><td class="n">0,0~%</td><td class="n">75,9~%</td><td class="n">24,1~%</td></tr>
    <tr class="plain"><th scope="row">56~%</th><td class="n">0,0~%</td><td class="n">72,9~%</td><td class="n">27,1~%</td></tr>
    <tr class="plain"><th scope="row">58~%</th><td class="n">0,0~%</td><td class="n">69,7~%</td><td class="n">30,3~%</td></tr>
    <tr class="plain"><th scope="row">60~%</th><td class="n">0,0~%</td><td class="n">66,3~%</td><td class="n">33,7~%</td></tr>
    </tbody></table></div></details>
    </section>
    <section id="limits" class="part" aria-labelledby="limits-heading">
    <h2 id="limits-heading">Hvad rapporten ikke kan sige noget om</h2>
    <ul><li>En enkelt praksis. Ét opkald er ét øjeblik: En god praksis kan være svær at få fat i netop da, og en dårlig let.</li><li>Små grupper. I en gruppe på syv praksisser flytter ét opkald uden kontakt andelen 14 procentpoint; under 10 opkald vises ingen andel.</li><li>Hvad en patient møder i gennemsnit. Hvert opkald tæller lige meget her uanset klokkeslæt, mens patienterne mest ringer om formiddagen.</li><li>Hvor længe en patient ville have ventet. En interviewer lægger på og prøver igen efter reglerne ovenfor; patienterne har deres egne.</li><li>Hvorvidt den, der ringede, blev hjulpet. En besked, der henviser til en stedfortræder, kan tælle som kontakt, uden at man har talt med nogen.</li><li>Den ene af 27 praksisser, der ikke har noget opkald.</li><li>Hvad »<code>&lt;script&gt;alert("1")&lt;/script&gt;</code>« betød i 2~rækker: Det er læst som »intet svar«.</li><li>Hvorfor noget er, som det er, eller hvad der ville ændre det.</li></ul>
    </section>
    <section id="feedback-1" class="page" aria-labelledby="feedback-1-heading">
    <h2 id="feedback-1-heading">Tilbagemelding pr. kommune</h2>
    <p class="caution">Til samtaler i kvalitetsklynger, ikke til karakterer. Rækkefølgen i figuren er ingen rangliste: Læs intervallet, ikke punktet. Grupper med færre end 10 opkald har ingen andel.</p>
    <p>Så store forskelle mellem grupper opstår ved tilfældigheder alene i 13 ud af 100 undersøgelser.</p>
    <h3>Ikke opnået kontakt, fordelt på kommuner</h3>
    <figure>
    <figcaption>Prikker: andel opkald uden kontakt; streger: 95~%-konfidensintervaller. Hvor intervallerne overlapper meget, er rækkefølgen tilfældig og ingen rangliste.</figcaption></figure>
    <details><summary>Tallene bag figuren</summary><div class="scroll whole" role="region" aria-labelledby="feedback-1-3-numbers-caption" tabindex="0"><table class="numbers"><caption id="feedback-1-3-numbers-caption">Ikke opnået kontakt, fordelt på kommuner</caption>
    <thead><tr><th scope="col" class="t">Gruppe</th><th scope="col" class="n">Opkald</th><th scope="col" class="n">Andel uden kontakt</th><th scope="col" class="n">95~%-interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">&lt;script&gt;alert("1")&lt;/script&gt;</th><td class="n">15</td><td class="n">20,0~%</td><td class="n">7,0–45,2~%</td></tr>
    <tr class="plain"><th scope="row">Samsø</th><td class="n">10</td><td class="n">0,0~%</td><td class="n">højst 27,8~%</td></tr>
    <tr class="plain"><th scope="row">Læsø</th><td class="n">1</td><td class="n">–</td><td class="n">–</td></tr>
    </tbody></table></div></details>
    <p>Én gruppe har færre end 10 opkald; dens andel er udeladt.</p>
    <h3>&lt;script&gt;alert("1")&lt;/script&gt;</h3>
    <p>3 af 15~opkald (20,0~%) endte uden kontakt (konfidensinterval <span class="range">7,0–45,2~%).</span> Ingen forskel fra alle opkald under ét (12,0~%) er vist. Ét opkald mere eller mindre uden kontakt flytter andelen 6,7 procentpoint.</p>
    <h3>Samsø</h3>
    <p>0 af 10~opkald (0,0~%) endte uden kontakt (konfidensinterval højst 27,8~%). Ingen forskel fra alle opkald under ét (12,0~%) er vist. Ét opkald mere eller mindre uden kontakt flytter andelen 10,0 procentpoint.</p>
    <h3>Læsø</h3>
    <p>1~opkald: for få til at sige noget. Der skal mindst 10 opkald til en andel.</p>
    <h3>At tale om</h3>
    <ul><li>Hvornår har vores patienter sværest ved at komme igennem, og var det da, undersøgelsen ringede?</li><li>Hvad siger vores telefonsvarer, og nævner den nogen, man kan få fat i?</li><li>Hvem tager telefonen fra 8 til 9, i frokosten og efter 15, og hvad sker der, når den person er væk?</li><li>Hvad ville vi selv tælle i en måned for at vide mere, end disse opkald kan fortælle?</li></ul>
    </section>
    <section id="files" class="part" aria-labelledby="files-heading">
    <h2 id="files-heading">Filer, og hvordan det gentages</h2>
    <p>Rapporten er lavet af 2015 &amp; after.csv.</p>
    </section>
    </main>
    <footer><p>Lavet af telefontid 0.1.0, et åbent program. Rapport og figurer kommer alene af filerne, uden ur: De samme filer giver den samme rapport.</p></footer>
    </body>
    </html>
    """#
  static let english = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="generator" content="telefontid 0.1.0"/>
    <title>Telephone access survey</title>
    </head>
    <body>
    <header><p class="kind">Survey</p><h1>Telephone access survey</h1><p class="subtitle">26 of 27~practices rung; 26~calls in 30~attempts; 1 planned and not made; 7~April – 7~July~2015: calls on 2~days.</p></header>
    <main>
    <section id="summary" class="part" aria-labelledby="summary-heading">
    <h2 id="summary-heading">In short</h2>
    <p class="lead">3 of 25~calls (12.0~%) reached nobody by the agreement’s rule. The true share may well lie anywhere within <span class="range">4.2–30.0~%.</span></p>
    <dl class="tiles"><div><dt>Not reached, all calls</dt><dd class="value">12.0~%</dd><dd>95~% interval: <span class="range">4.2–30.0~%</span></dd></div><div><dt>Target: at most 20~% not reached</dt><dd class="value">Undecided</dd><dd>Undecided at both times of day</dd></div><div><dt>Uncertainty at one time of day</dt><dd class="value">±~14</dd><dd>percentage points with 20~calls</dd></div></dl>
    <h3>Not reached, by time of day</h3>
    <figure>
    <figcaption>Each dot is the share of calls that did not reach the practice; the line through it is the 95~% confidence interval: the longer, the less is known. The broken line is the target: at most 20~%. Reached means: the agreement’s rule.</figcaption></figure>
    <details><summary>The numbers behind the figure</summary><div class="scroll whole" role="region" aria-labelledby="summary-3-numbers-caption" tabindex="0"><table class="numbers"><caption id="summary-3-numbers-caption">Not reached, by time of day</caption>
    <thead><tr><th scope="col" class="t">Slot</th><th scope="col" class="n">Calls</th><th scope="col" class="n">Not reached</th><th scope="col" class="n">Share</th><th scope="col" class="n">95~% interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n">20</td><td class="n">2</td><td class="n">10.0~%</td><td class="n">2.8–30.1~%</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10</span></th><td class="n">5</td><td class="n">1</td><td class="n">–</td><td class="n">–</td></tr>
    </tbody></table></div></details>
    <ul><li>The target of at most 20~% not reached is undecided for all calls together; it is undecided at both times of day.</li><li>At a single time of day the survey is weak: if 10.0~% were truly not reached, 5~calls would show the target met in fewer than 1 of 100 surveys; if 30.0~%, they would show it missed in 3 of 100.</li><li>All calls together the survey is weak: if 10.0~% were truly not reached, 25~calls would show the target met in 27 of 100 surveys; if 30.0~%, they would show it missed in 32 of 100.</li></ul>
    </section>
    <nav aria-label="Contents"><ul><li><a href="#question">What was asked</a></li><li><a href="#method">How it was done</a></li><li><a href="#found">What was found</a></li><li><a href="#certainty">How sure it is</a></li><li><a href="#limits">What this cannot say</a></li><li><a href="#feedback-1">Feedback by municipality</a></li><li><a href="#files">Files and how to repeat this</a></li></ul></nav>
    <section id="question" class="part" aria-labelledby="question-heading">
    <h2 id="question-heading">What was asked</h2>
    <p>How large a share of calls to general practices reaches nobody? Is it at most 20~%? And how does that depend on the time of day?</p>
    </section>
    <section id="method" class="part" aria-labelledby="method-heading">
    <h2 id="method-heading">How it was done</h2>
    <dl><div><dt>Practices</dt><dd>26 of 27~practices rung</dd></div><div><dt>Calls</dt><dd>26~calls in 30~attempts; 1 planned and not made</dd></div><div><dt>Days</dt><dd>7~April – 7~July~2015: calls on 2~days</dd></div><div><dt>Times of day</dt><dd><span class="range">8–9</span> and <span class="range">9–10</span></dd></div><div><dt>Reached</dt><dd>A person of the practice answered, the call was forwarded and answered, an acute line was answered, or a message named a substitute: the rule of the collective agreement. Somebody who answered and would not take part was reached, too.</dd></div><div><dt>Not valid</dt><dd>Wrong numbers and calls that were not made are counted, but do not enter the shares.</dd></div><div><dt>Interval</dt><dd>95~% confidence, by the method “wilson”; practices rung several times count as clusters</dd></div><div><dt>Verdict</dt><dd>Met or not met only where an exact one-sided test shows it, with a risk of error of 5~% to either side; otherwise undecided</dd></div></dl>
    </section>
    <section id="found" class="part" aria-labelledby="found-heading">
    <h2 id="found-heading">What was found</h2>
    <div class="scroll whole" role="region" aria-labelledby="found-1-caption" tabindex="0"><table class="numbers"><caption id="found-1-caption">Calls that reached nobody, by time of day</caption>
    <thead><tr><th scope="col" class="t">Time of day</th><th scope="col" class="n">Calls</th><th scope="col" class="n">Not reached</th><th scope="col" class="n">Share</th><th scope="col" class="n">95~% interval</th><th scope="col" class="t">Verdict</th><th scope="col" class="n">Meets if at most</th><th scope="col" class="n">Fails if at least</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n">20</td><td class="n">2</td><td class="n">10.0~%</td><td class="n">2.8–30.1~%</td><td class="t">undecided</td><td class="n">0</td><td class="n">8</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10~*</span></th><td class="n">5</td><td class="n">1</td><td class="n">–</td><td class="n">–</td><td class="t">undecided</td><td class="n">never</td><td class="n">4</td></tr>
    <tr class="total"><th scope="row">All calls</th><td class="n">25</td><td class="n">3</td><td class="n">12.0~%</td><td class="n">4.2–30.0~%</td><td class="t">undecided</td><td class="n">1</td><td class="n">9</td></tr>
    </tbody></table></div><p class="note">* Fewer than 10 calls: too few to mean anything by themselves.</p><p class="note">One call was not valid (wrong number, not made, or a wait that nobody noted). It is not among these.</p>
    <p>That the target is met at every time of day is not shown: 0 of 2 meet it by themselves.</p>
    <p>How the calls ended, and so what there is to improve: a queue, a timetable or a message.</p>
    <h3>How the survey's calls ended</h3>
    <figure>
    <figcaption>Each row is all valid calls of a slot. Blue: somebody answered, or a message named a substitute. Warm colours, from the right: nobody did. These are counts, without an interval.</figcaption></figure>
    <details><summary>The numbers behind the figure</summary><div class="scroll whole" role="region" aria-labelledby="found-4-numbers-caption" tabindex="0"><table class="numbers"><caption id="found-4-numbers-caption">How the survey's calls ended</caption>
    <thead><tr><th scope="col" class="t">Slot</th><th scope="col" class="n">Answered by a doctor</th><th scope="col" class="n">Answered by staff</th><th scope="col" class="n">Busy</th><th scope="col" class="n">No answer</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n">0</td><td class="n">18</td><td class="n">2</td><td class="n">0</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10</span></th><td class="n">4</td><td class="n">0</td><td class="n">0</td><td class="n">1</td></tr>
    </tbody></table></div></details>
    <h3>The same calls by other definitions</h3>
    <p>What counts as reached decides more than anything else. This report goes by: the agreement’s rule.</p>
    <div class="scroll whole" role="region" aria-labelledby="found-7-caption" tabindex="0"><table class="numbers"><caption id="found-7-caption">All calls by definition of reached</caption>
    <thead><tr><th scope="col" class="t">Definition of reached</th><th scope="col" class="n">Calls</th><th scope="col" class="n">Not reached</th><th scope="col" class="n">Share</th><th scope="col" class="n">95~% interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">The agreement’s rule</th><td class="n">25</td><td class="n">3</td><td class="n">12.0~%</td><td class="n">4.2–30.0~%</td></tr>
    <tr class="plain"><th scope="row">A person of the practice</th><td class="n">25</td><td class="n">4</td><td class="n">16.0~%</td><td class="n">6.4–34.7~%</td></tr>
    </tbody></table></div>
    </section>
    <section id="certainty" class="part" aria-labelledby="certainty-heading">
    <h2 id="certainty-heading">How sure it is</h2>
    <p>If such a survey were made again and again, about 95 of 100 of its intervals would hold the true share. One survey gives one of them, and nobody knows whether it is one that does.</p>
    <h3>What 5~calls can show</h3>
    <figure>
    <figcaption>What 5~calls at one time of day can show about a target of 20~%: the chance of each verdict, by the true share.</figcaption></figure>
    <details><summary>The numbers behind the figure</summary><div class="scroll" role="region" aria-labelledby="certainty-2-numbers-caption" tabindex="0"><table class="numbers"><caption id="certainty-2-numbers-caption">What 5~calls can show</caption>
    <thead><tr><th scope="col" class="t">True share</th><th scope="col" class="n">met</th><th scope="col" class="n">undecided</th><th scope="col" class="n">not met</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">0~%</th><td class="n">0.0~%</td><td class="n">100.0~%</td><td class="n">0.0~%</td></tr>
    <tr class="plain"><th scope="row">2~%</th><td class="n">0.0~%</td><td class="n">100.0~%</td><td class="n">0.0~%</td></tr>
    <tr class="plain"><th scope="row">4~%</th><td class="n">0.0~%</td><td class="n">100.0~%</td><td class="n">0.0~%</td></tr>
    <tr class="plain"><th scope="row">6~%</th><td class="n">0.0~%</td><td class="n">100.0~%</td><td class="n">0.0~%</td></tr>
    <tr class="plain"><th scope="row">8~%</th><td class="n">0.0~%</td><td class="n">100.0~%</td><td class="n">0.0~%</td></tr>
    <tr class="plain"><th scope="row">10~%</th><td class="n">0.0~%</td><td class="n">100.0~%</td><td class="n">0.0~%</td></tr>
    <tr class="plain"><th scope="row">12~%</th><td class="n">0.0~%</td><td class="n">99.9~%</td><td class="n">0.1~%</td></tr>
    <tr class="plain"><th scope="row">14~%</th><td class="n">0.0~%</td><td class="n">99.8~%</td><td class="n">0.2~%</td></tr>
    <tr class="plain"><th scope="row">16~%</th><td class="n">0.0~%</td><td class="n">99.7~%</td><td class="n">0.3~%</td></tr>
    <tr class="plain"><th scope="row">18~%</th><td class="n">0.0~%</td><td class="n">99.6~%</td><td class="n">0.4~%</td></tr>
    <tr class="plain"><th scope="row">20~%</th><td class="n">0.0~%</td><td class="n">99.3~%</td><td class="n">0.7~%</td></tr>
    <tr class="plain"><th scope="row">22~%</th><td class="n">0.0~%</td><td class="n">99.0~%</td><td class="n">1.0~%</td></tr>
    <tr class="plain"><th scope="row">24~%</th><td class="n">0.0~%</td><td class="n">98.7~%</td><td class="n">1.3~%</td></tr>
    <tr class="plain"><th scope="row">26~%</th><td class="n">0.0~%</td><td class="n">98.2~%</td><td class="n">1.8~%</td></tr>
    <tr class="plain"><th scope="row">28~%</th><td class="n">0.0~%</td><td class="n">97.6~%</td><td class="n">2.4~%</td></tr>
    <tr class="plain"><th scope="row">30~%</th><td class="n">0.0~%</td><td class="n">96.9~%</td><td class="n">3.1~%</td></tr>
    <tr class="plain"><th scope="row">32~%</th><td class="n">0.0~%</td><td class="n">96.1~%</td><td class="n">3.9~%</td></tr>
    <tr class="plain"><th scope="row">34~%</th><td class="n">0.0~%</td><td class="n">95.1~%</td><td class="n">4.9~%</td></tr>
    <tr class="plain"><th scope="row">36~%</th><td class="n">0.0~%</td><td class="n">94.0~%</td><td class="n">6.0~%</td></tr>
    <tr class="plain"><th scope="row">38~%</th><td class="n">0.0~%</td><td class="n">92.7~%</td><td class="n">7.3~%</td></tr>
    <tr class="plain"><th scope="row">40~%</th><td class="n">0.0~%</td><td class="n">91.3~%</td><td class="n">8.7~%</td></tr>
    <tr class="plain"><th scope="row">42~%</th><td class="n">0.0~%</td><td class="n">89.7~%</td><td class="n">10.3~%</td></tr>
    <tr class="plain"><th scope="row">44~%</th><td class="n">0.0~%</td><td class="n">87.9~%</td><td class="n">12.1~%</td></tr>
    <tr class="plain"><th scope="row">46~%</th><td class="n">0.0~%</td><td class="n">85.9~%</td><td class="n">14.1~%</td></tr>
    <tr class="plain"><th scope="row">48~%</th><td class="n">0.0~%</td><td class="n">83.7~%</td><td class="n">16.3~%</td></tr>
    <tr class="plain"><th scope="row">50~%</th><td class="n">0.0~%</td><td class="n">81.2~%</td><td class="n">18.8~%</td></tr>
    <tr class="plain"><th scope="row">52~%</th><td class="n">0.0~%</td><td class="n">78.7~%</td><td class="n">21.3~%</td></tr>
    <tr class="plain"><th scope="row">54~%</th><td class="n">0.0~%</td><td class="n">75.9~%</td><td class="n">24.1~%</td></tr>
    <tr class="plain"><th scope="row">56~%</th><td class="n">0.0~%</td><td class="n">72.9~%</td><td class="n">27.1~%</td></tr>
    <tr class="plain"><th scope="row">58~%</th><td class="n">0.0~%</td><td class="n">69.7~%</td><td class="n">30.3~%</td></tr>
    <tr class="plain"><th scope="row">60~%</th><td class="n">0.0~%</td><td class="n">66.3~%</td><td class="n">33.7~%</td></tr>
    </tbody></table></div></details>
    </section>
    <section id="limits" class="part" aria-labelledby="limits-heading">
    <h2 id="limits-heading">What this cannot say</h2>
    <ul><li>Anything about a single practice. One call is one moment: a good practice can be missed, a bad one reached.</li><li>Much about small groups. In a group of seven practices, one missed call moves the share by 14 points; below 10 calls no share is shown.</li><li>What a patient meets on average. Every call counts the same here, whatever the hour, while patients ring mostly in the morning.</li><li>How long a patient would have waited. An interviewer hangs up, and tries again, by the rules above; patients by their own.</li><li>Whether the caller was helped. A message that names a substitute can count as reached, without anybody having been spoken to.</li><li>Anything about the one practice of 27 that has no call.</li><li>What “<code>&lt;script&gt;alert("1")&lt;/script&gt;</code>” meant in 2~rows: it was read as “no answer”.</li><li>Why anything is as it is, or what would change it.</li></ul>
    </section>
    <section id="feedback-1" class="page" aria-labelledby="feedback-1-heading">
    <h2 id="feedback-1-heading">Feedback by municipality</h2>
    <p class="caution">For talks in quality clusters, not for grading. The order in the figure is no ranking: read the interval, not the point. Groups with fewer than 10 calls have no share.</p>
    <p>Differences between groups as large as these come about by chance alone in 13 of 100 surveys.</p>
    <h3>Not reached, by municipalities</h3>
    <figure>
    <figcaption>Dots: share of calls not reached; lines: 95~% confidence intervals. Where intervals overlap widely, the order is chance and no ranking.</figcaption></figure>
    <details><summary>The numbers behind the figure</summary><div class="scroll whole" role="region" aria-labelledby="feedback-1-3-numbers-caption" tabindex="0"><table class="numbers"><caption id="feedback-1-3-numbers-caption">Not reached, by municipalities</caption>
    <thead><tr><th scope="col" class="t">Group</th><th scope="col" class="n">Calls</th><th scope="col" class="n">Share not reached</th><th scope="col" class="n">95~% interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">&lt;script&gt;alert("1")&lt;/script&gt;</th><td class="n">15</td><td class="n">20.0~%</td><td class="n">7.0–45.2~%</td></tr>
    <tr class="plain"><th scope="row">Samsø</th><td class="n">10</td><td class="n">0.0~%</td><td class="n">at most 27.8~%</td></tr>
    <tr class="plain"><th scope="row">Læsø</th><td class="n">1</td><td class="n">–</td><td class="n">–</td></tr>
    </tbody></table></div></details>
    <p>One group has fewer than 10 calls; its share is left out.</p>
    <h3>&lt;script&gt;alert("1")&lt;/script&gt;</h3>
    <p>3 of 15~calls (20.0~%) reached nobody (interval <span class="range">7.0–45.2~%).</span> No difference from all calls together (12.0~%) is shown. One call more or less that reaches nobody moves the share by 6.7 points.</p>
    <h3>Samsø</h3>
    <p>0 of 10~calls (0.0~%) reached nobody (interval at most 27.8~%). No difference from all calls together (12.0~%) is shown. One call more or less that reaches nobody moves the share by 10.0 points.</p>
    <h3>Læsø</h3>
    <p>1~call: too few to say anything. A share takes at least 10 calls.</p>
    <h3>To talk about</h3>
    <ul><li>When do our patients have most trouble getting through, and is that when this survey rang?</li><li>What does our answering machine say, and does it name somebody who can be reached?</li><li>Who answers from 8 to 9, at lunch and after 15, and what happens when that person is away?</li><li>What would we count ourselves for a month to learn more than these calls can tell?</li></ul>
    </section>
    <section id="files" class="part" aria-labelledby="files-heading">
    <h2 id="files-heading">Files and how to repeat this</h2>
    <p>The report was made from 2015 &amp; after.csv.</p>
    </section>
    </main>
    <footer><p>Made by telefontid 0.1.0, an open program. Report and figures come from the files alone, without a clock: the same files give the same report.</p></footer>
    </body>
    </html>
    """#
}
