/// What ``ReportGoldenTests`` expects; `~` stands for a no-break space.
enum ReportGolden {
  static let danish = #"""
    <!DOCTYPE html>
    <html lang="da">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="generator" content="telefontid 0.1.0"/>
    <title>Undersøgelse af telefonisk tilgængelighed</title>

    </head>
    <body>
    <header><p class="kind">Gennemført undersøgelse</p><h1>Undersøgelse af telefonisk tilgængelighed</h1><p class="subtitle">27~praksisser, heraf 26 ringet op og 25 med et gyldigt opkald; 27~opkald, 26 foretaget, 25 gyldige, 30~opkaldsforsøg; 7.~april – 7.~juli~2015, opkald på 2~dage.</p></header>
    <main>
    <section id="summary" class="part" aria-labelledby="summary-heading">
    <h2 id="summary-heading">Kort fortalt</h2>
    <p class="lead">3 af 25~opkald (12,0~%) endte uden kontakt efter overenskomstens regel. Den sande andel kan godt ligge hvor som helst i intervallet <span class="range">4,2–30,0~%.</span></p>
    <dl class="tiles"><div><dt>Uden kontakt, alle opkald</dt><dd class="value">12,0~%</dd><dd>95~%-interval: <span class="range">4,2–30,0~%</span></dd></div><div><dt>Mål: højst 20~% uden kontakt</dt><dd class="value">Uafklaret</dd><dd>Uafklaret i begge tidsrum</dd></div></dl>
    <h3>3 af 25~opkald (12,0~%) endte uden kontakt</h3>
    <figure>


    <figcaption>Hver prik er andelen af opkald uden kontakt; stregen gennem den er 95~%-intervallet: jo længere, jo mindre ved man. Under hvert tidsrum: opkald uden kontakt og alle gyldige opkald. Den stiplede linje er målet: højst 20~%. Opnået kontakt: overenskomstens regel.<span class="source">Kilde: 7.~april – 7.~juli~2015; 25 gyldige opkald; gennemførte opkald; opnået kontakt: overenskomstens regel; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="short"><summary>Tallene bag figuren</summary><div class="scroll whole" role="region" aria-labelledby="summary-3-numbers-caption" tabindex="0"><table class="row"><caption id="summary-3-numbers-caption">Uden kontakt, efter tidsrum</caption>
    <thead><tr><th scope="col" class="t">Tidsrum</th><th scope="col" class="n">Opkald</th><th scope="col" class="n">Uden kontakt</th><th scope="col" class="n">Andel</th><th scope="col" class="n">95~%-interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n" data-label="Opkald">20</td><td class="n" data-label="Uden kontakt">2</td><td class="n" data-label="Andel">10,0~%</td><td class="n" data-label="95~%-interval"><span class="range">2,8–30,1~%</span></td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10</span></th><td class="n" data-label="Opkald">5</td><td class="n" data-label="Uden kontakt">1</td><td class="n" data-label="Andel">–</td><td class="n" data-label="95~%-interval">–</td></tr>
    </tbody></table></div></details>
    <dl><div><dt>Spurgt</dt><dd>Hvor stor en andel af opkaldene ender uden kontakt, og i hvilke tidsrum? Er den højst 20~%?</dd></div><div><dt>Fundet</dt><dd><span class="range">Kl.~8–9</span> er det 2 af 20~opkald (10,0~%), interval <span class="range">2,8–30,1~%.</span> Efter reglen »en person i praksis« er det 4 af 25~opkald (16,0~%), interval <span class="range">6,4–34,7~%.</span></dd></div><div><dt>Er målet opfyldt?</dt><dd>Målet om højst 20~% uden kontakt er uafklaret for alle opkald under ét; det er uafklaret i begge tidsrum.</dd></div><div><dt>Hvor sikkert er det?</dt><dd>I et enkelt tidsrum er undersøgelsen svag: Var den sande andel 10,0~%, ville 5~opkald vise målet opfyldt i færre end 1 ud af 100 undersøgelser; var den 30,0~%, ville de vise målet ikke opfyldt i 3 ud af 100. For alle opkald under ét er undersøgelsen svag: Var den sande andel 10,0~%, ville 25~opkald vise målet opfyldt i 27 ud af 100 undersøgelser; var den 30,0~%, ville de vise målet ikke opfyldt i 32 ud af 100.</dd></div><div><dt>Hvad den ikke kan sige</dt><dd>Intet om den enkelte praksis, om patienternes ventetid, eller om den, der ringede, blev hjulpet. Heller ikke, hvorfor det er sådan.</dd></div></dl>
    </section>
    <nav aria-label="Indhold"><ul><li><a href="#found">Tidsrum for tidsrum</a></li><li><a href="#definitions">Hvad der regnes for opnået kontakt</a></li><li><a href="#feedback-1">Tilbagemelding pr. kommune</a></li><li><a href="#certainty">Hvor sikkert er det?</a></li><li><a href="#limits">Hvad rapporten ikke kan sige noget om</a></li><li><a href="#method">Sådan blev det gjort</a></li><li><a href="#files">Filer, og hvordan det gentages</a></li></ul></nav>
    <section id="found" class="page" aria-labelledby="found-heading">
    <h2 id="found-heading">Tidsrum for tidsrum</h2>
    <div class="scroll whole" role="region" aria-labelledby="found-1-caption" tabindex="0"><table class="row dense"><caption id="found-1-caption">Opkald uden kontakt, efter tidsrum</caption>
    <thead><tr><th scope="col" class="t">Tidsrum</th><th scope="col" class="n">Opkald</th><th scope="col" class="n">Uden kontakt</th><th scope="col" class="n">Andel</th><th scope="col" class="n">95~%-interval</th><th scope="col" class="t">Målopfyldelse</th><th scope="col" class="n">Opfyldt ved højst</th><th scope="col" class="n">Ikke opfyldt fra</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n" data-label="Opkald">20</td><td class="n" data-label="Uden kontakt">2</td><td class="n" data-label="Andel">10,0~%</td><td class="n" data-label="95~%-interval"><span class="range">2,8–30,1~%</span></td><td class="t" data-label="Målopfyldelse">uafklaret</td><td class="n" data-label="Opfyldt ved højst">0</td><td class="n" data-label="Ikke opfyldt fra">8</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10~*</span></th><td class="n" data-label="Opkald">5</td><td class="n" data-label="Uden kontakt">1</td><td class="n" data-label="Andel">–</td><td class="n" data-label="95~%-interval">–</td><td class="t" data-label="Målopfyldelse">uafklaret</td><td class="n" data-label="Opfyldt ved højst">aldrig</td><td class="n" data-label="Ikke opfyldt fra">4</td></tr>
    <tr class="total"><th scope="row">Alle opkald</th><td class="n" data-label="Opkald">25</td><td class="n" data-label="Uden kontakt">3</td><td class="n" data-label="Andel">12,0~%</td><td class="n" data-label="95~%-interval"><span class="range">4,2–30,0~%</span></td><td class="t" data-label="Målopfyldelse">uafklaret</td><td class="n" data-label="Opfyldt ved højst">1</td><td class="n" data-label="Ikke opfyldt fra">9</td></tr>
    </tbody></table></div><p class="note">* Færre end 10 opkald: for få til en andel.</p><p class="note">Ét opkald var ugyldigt (forkert nummer, ikke foretaget, eller en ventetid, der ikke er noteret). Det indgår ikke.</p>
    <p>Det er ikke vist, at målet er opfyldt i alle tidsrum: 0 af 2 tidsrum opfylder det hver for sig.</p>
    <h3>88,0~% af opkaldene blev besvaret i praksis; 12,0~% mødte hverken svar eller henvisning</h3>
    <figure>


    <figcaption>Hver række er alle gyldige opkald i et tidsrum. Til venstre for den fede streg, i blåt: opnået kontakt efter overenskomstens regel, ved svar eller ved en besked, der nævner en stedfortræder. Til højre: uden kontakt. Det er optalte opkald, uden interval.<span class="source">Kilde: 7.~april – 7.~juli~2015; 25 gyldige opkald; gennemførte opkald; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="short"><summary>Tallene bag figuren</summary><div class="scroll whole" role="region" aria-labelledby="found-3-numbers-caption" tabindex="0"><table class="row"><caption id="found-3-numbers-caption">Hvordan undersøgelsens opkald endte</caption>
    <thead><tr><th scope="col" class="t">Tidsrum</th><th scope="col" class="n">Besvaret af læge</th><th scope="col" class="n">Besvaret af personale</th><th scope="col" class="n">Optaget</th><th scope="col" class="n">Intet svar</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n" data-label="Besvaret af læge">0</td><td class="n" data-label="Besvaret af personale">18</td><td class="n" data-label="Optaget">2</td><td class="n" data-label="Intet svar">0</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10</span></th><td class="n" data-label="Besvaret af læge">4</td><td class="n" data-label="Besvaret af personale">0</td><td class="n" data-label="Optaget">0</td><td class="n" data-label="Intet svar">1</td></tr>
    </tbody></table></div></details>
    </section>
    <section id="definitions" class="part" aria-labelledby="definitions-heading">
    <h2 id="definitions-heading">Hvad der regnes for opnået kontakt</h2>
    <p>De samme opkald, talt op efter hver regel. Rapporten går ud fra: overenskomstens regel.</p>
    <h3>Uden kontakt: 12,0~% (overenskomstens regel) og 16,0~% (en person i praksis)</h3>
    <figure>


    <figcaption>Prikker: andelen af opkald uden kontakt; streger: 95~%-intervaller; under hvert tidsrum opkald uden kontakt og alle gyldige opkald. Billederne har samme skala.<span class="source">Kilde: 7.~april – 7.~juli~2015; 25 gyldige opkald; gennemførte opkald; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="short"><summary>Tallene bag figuren</summary><div class="scroll whole" role="region" aria-labelledby="definitions-2-numbers-caption" tabindex="0"><table class="row"><caption id="definitions-2-numbers-caption">Uden kontakt, efter definition og tidsrum</caption>
    <thead><tr><th scope="col" class="t">Definition</th><th scope="col" class="n">Tidsrum</th><th scope="col" class="n">Opkald</th><th scope="col" class="n">Uden kontakt</th><th scope="col" class="n">Andel</th><th scope="col" class="n">95~%-interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">Overenskomstens regel</th><td class="n" data-label="Tidsrum"><span class="range">8–9</span></td><td class="n" data-label="Opkald">20</td><td class="n" data-label="Uden kontakt">2</td><td class="n" data-label="Andel">10,0~%</td><td class="n" data-label="95~%-interval"><span class="range">2,8–30,1~%</span></td></tr>
    <tr class="plain"><th scope="row">Overenskomstens regel</th><td class="n" data-label="Tidsrum"><span class="range">9–10</span></td><td class="n" data-label="Opkald">5</td><td class="n" data-label="Uden kontakt">1</td><td class="n" data-label="Andel">–</td><td class="n" data-label="95~%-interval">–</td></tr>
    <tr class="plain"><th scope="row">En person i praksis</th><td class="n" data-label="Tidsrum"><span class="range">8–9</span></td><td class="n" data-label="Opkald">20</td><td class="n" data-label="Uden kontakt">3</td><td class="n" data-label="Andel">15,0~%</td><td class="n" data-label="95~%-interval"><span class="range">5,2–36,0~%</span></td></tr>
    <tr class="plain"><th scope="row">En person i praksis</th><td class="n" data-label="Tidsrum"><span class="range">9–10</span></td><td class="n" data-label="Opkald">5</td><td class="n" data-label="Uden kontakt">1</td><td class="n" data-label="Andel">–</td><td class="n" data-label="95~%-interval">–</td></tr>
    </tbody></table></div></details>
    <div class="scroll whole" role="region" aria-labelledby="definitions-3-caption" tabindex="0"><table class="row"><caption id="definitions-3-caption">Alle opkald efter definition af opnået kontakt</caption>
    <thead><tr><th scope="col" class="t">Definition af opnået kontakt</th><th scope="col" class="n">Opkald</th><th scope="col" class="n">Uden kontakt</th><th scope="col" class="n">Andel</th><th scope="col" class="n">95~%-interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">Overenskomstens regel</th><td class="n" data-label="Opkald">25</td><td class="n" data-label="Uden kontakt">3</td><td class="n" data-label="Andel">12,0~%</td><td class="n" data-label="95~%-interval"><span class="range">4,2–30,0~%</span></td></tr>
    <tr class="plain"><th scope="row">En person i praksis</th><td class="n" data-label="Opkald">25</td><td class="n" data-label="Uden kontakt">4</td><td class="n" data-label="Andel">16,0~%</td><td class="n" data-label="95~%-interval"><span class="range">6,4–34,7~%</span></td></tr>
    </tbody></table></div>
    </section>
    <section id="feedback-1" class="part" aria-labelledby="feedback-1-heading">
    <h2 id="feedback-1-heading">Tilbagemelding pr. kommune</h2>
    <p class="caution">Til samtaler i kvalitetsklynger, ikke til karakterer. Grupperne står i navneorden. Grupper med færre end 10 opkald har ingen andel.</p>
    <h3>Ingen af 2 kommuner ligger uden for, hvad tilfældigheder forklarer</h3>
    <figure>


    <figcaption>Hver prik er en gruppe: til højre dem med mange opkald, øverst dem med en stor andel uden kontakt. Den vandrette linje er alle opkald under ét, 12,0~%. Var alle grupper ens, ville mindst 95~% af dem ligge inden for de inderste grænser og 99,8~% inden for de yderste (eksakte binomiale grænser).<span class="source">Kilde: 7.~april – 7.~juli~2015; 25 gyldige opkald; gennemførte opkald; opnået kontakt: overenskomstens regel; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="short"><summary>Tallene bag figuren</summary><div class="scroll whole" role="region" aria-labelledby="feedback-1-2-numbers-caption" tabindex="0"><table class="row dense"><caption id="feedback-1-2-numbers-caption">Uden kontakt, fordelt på kommuner</caption>
    <thead><tr><th scope="col" class="t">Gruppe</th><th scope="col" class="n">Opkald</th><th scope="col" class="n">Uden kontakt</th><th scope="col" class="n">Andel</th><th scope="col" class="n">95~%-interval</th><th scope="col" class="n">95~%-grænser</th><th scope="col" class="n">99,8~%-grænser</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">&lt;script&gt;alert("1")&lt;/script&gt;</th><td class="n" data-label="Opkald">15</td><td class="n" data-label="Uden kontakt">3</td><td class="n" data-label="Andel">20,0~%</td><td class="n" data-label="95~%-interval"><span class="range">7,0–45,2~%</span></td><td class="n" data-label="95~%-grænser">0,0~% – 33,6~%</td><td class="n" data-label="99,8~%-grænser">0,0~% – 46,5~%</td></tr>
    <tr class="plain"><th scope="row">Samsø</th><td class="n" data-label="Opkald">10</td><td class="n" data-label="Uden kontakt">0</td><td class="n" data-label="Andel">0,0~%</td><td class="n" data-label="95~%-interval">højst 27,8~%</td><td class="n" data-label="95~%-grænser">0,0~% – 39,7~%</td><td class="n" data-label="99,8~%-grænser">0,0~% – 56,1~%</td></tr>
    </tbody></table></div></details>
    <p>0 af 2 grupper ligger uden for 95~%-grænserne; var alle ens, ville tilfældet alene bringe op til 0,1 derud. Uden for 99,8~%-grænserne: 0, ved tilfældet op til 0,00.</p>
    <p>Så store forskelle mellem grupper opstår ved tilfældigheder alene i 13 ud af 100 undersøgelser.</p>
    <p>I den mindste gruppe med en andel flytter ét opkald mere eller mindre uden kontakt den 10,0 procentpoint.</p>
    <p>Én gruppe har færre end 10 opkald; dens andel er udeladt.</p>
    <h3>Til drøftelse</h3>
    <ul><li>Hvornår har vores patienter sværest ved at komme igennem, og var det da, undersøgelsen ringede?</li><li>Hvad siger vores telefonsvarer, og nævner den nogen, man kan få fat i?</li><li>Hvem tager telefonen fra 8 til 9, i frokosten og efter 15, og hvad sker der, når den person er væk?</li><li>Hvad ville vi selv tælle i en måned for at vide mere, end disse opkald kan fortælle?</li></ul>
    </section>
    <section id="certainty" class="part" aria-labelledby="certainty-heading">
    <h2 id="certainty-heading">Hvor sikkert er det?</h2>
    <p>Blev sådan en undersøgelse gentaget igen og igen, ville omkring 95 ud af 100 intervaller rumme den sande andel. Én undersøgelse giver ét af dem, og det kan ikke vides, om det er et af dem.</p>
    <h3>Var den sande andel 10,0~%, ville 5~opkald vise målet opfyldt i færre end 1 ud af 100 undersøgelser</h3>
    <figure>


    <figcaption>5~opkald i ét tidsrum, holdt op mod et mål på 20~%: sandsynligheden for hver afgørelse, efter den sande andel.<span class="source">Kilde: 7.~april – 7.~juli~2015; beregnet, uden opkald bag; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="long"><summary>Tallene bag figuren</summary><div class="scroll" role="region" aria-labelledby="certainty-2-numbers-caption" tabindex="0"><table class="row"><caption id="certainty-2-numbers-caption">Hvad 5~opkald kan vise</caption>
    <thead><tr><th scope="col" class="t">Sand andel</th><th scope="col" class="n">opfyldt</th><th scope="col" class="n">uafklaret</th><th scope="col" class="n">ikke opfyldt</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">0~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">100,0~%</td><td class="n" data-label="ikke opfyldt">0,0~%</td></tr>
    <tr class="plain"><th scope="row">3~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">100,0~%</td><td class="n" data-label="ikke opfyldt">0,0~%</td></tr>
    <tr class="plain"><th scope="row">6~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">100,0~%</td><td class="n" data-label="ikke opfyldt">0,0~%</td></tr>
    <tr class="plain"><th scope="row">9~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">100,0~%</td><td class="n" data-label="ikke opfyldt">0,0~%</td></tr>
    <tr class="plain"><th scope="row">12~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">99,9~%</td><td class="n" data-label="ikke opfyldt">0,1~%</td></tr>
    <tr class="plain"><th scope="row">15~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">99,8~%</td><td class="n" data-label="ikke opfyldt">0,2~%</td></tr>
    <tr class="plain"><th scope="row">18~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">99,6~%</td><td class="n" data-label="ikke opfyldt">0,4~%</td></tr>
    <tr class="plain"><th scope="row">21~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">99,2~%</td><td class="n" data-label="ikke opfyldt">0,8~%</td></tr>
    <tr class="plain"><th scope="row">24~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">98,7~%</td><td class="n" data-label="ikke opfyldt">1,3~%</td></tr>
    <tr class="plain"><th scope="row">27~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">97,9~%</td><td class="n" data-label="ikke opfyldt">2,1~%</td></tr>
    <tr class="plain"><th scope="row">30~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">96,9~%</td><td class="n" data-label="ikke opfyldt">3,1~%</td></tr>
    <tr class="plain"><th scope="row">33~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">95,6~%</td><td class="n" data-label="ikke opfyldt">4,4~%</td></tr>
    <tr class="plain"><th scope="row">36~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">94,0~%</td><td class="n" data-label="ikke opfyldt">6,0~%</td></tr>
    <tr class="plain"><th scope="row">39~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">92,0~%</td><td class="n" data-label="ikke opfyldt">8,0~%</td></tr>
    <tr class="plain"><th scope="row">42~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">89,7~%</td><td class="n" data-label="ikke opfyldt">10,3~%</td></tr>
    <tr class="plain"><th scope="row">45~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">86,9~%</td><td class="n" data-label="ikke opfyldt">13,1~%</td></tr>
    <tr class="plain"><th scope="row">48~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">83,7~%</td><td class="n" data-label="ikke opfyldt">16,3~%</td></tr>
    <tr class="plain"><th scope="row">51~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">80,0~%</td><td class="n" data-label="ikke opfyldt">20,0~%</td></tr>
    <tr class="plain"><th scope="row">54~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">75,9~%</td><td class="n" data-label="ikke opfyldt">24,1~%</td></tr>
    <tr class="plain"><th scope="row">57~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">71,3~%</td><td class="n" data-label="ikke opfyldt">28,7~%</td></tr>
    <tr class="plain"><th scope="row">60~%</th><td class="n" data-label="opfyldt">0,0~%</td><td class="n" data-label="uafklaret">66,3~%</td><td class="n" data-label="ikke opfyldt">33,7~%</td></tr>
    </tbody></table></div></details>
    </section>
    <section id="limits" class="part" aria-labelledby="limits-heading">
    <h2 id="limits-heading">Hvad rapporten ikke kan sige noget om</h2>
    <ul><li>En enkelt praksis. Ét opkald er ét øjeblik: En god praksis kan være svær at få fat i netop da, og en dårlig let.</li><li>Små grupper. I en gruppe på syv praksisser flytter ét opkald uden kontakt andelen 14 procentpoint; under 10 opkald vises ingen andel.</li><li>Hvad en patient møder i gennemsnit. Hvert opkald tæller lige meget her uanset klokkeslæt, mens patienterne mest ringer om formiddagen.</li><li>Hvor længe en patient ville have ventet. En interviewer lægger på og prøver igen efter undersøgelsens regler; patienterne har deres egne.</li><li>Hvorvidt den, der ringede, blev hjulpet. En besked, der henviser til en stedfortræder, kan tælle som kontakt, uden at man har talt med nogen.</li><li>Den ene af 27 praksisser, der ikke har noget opkald.</li><li>Hvad »<code>&lt;script&gt;alert("1")&lt;/script&gt;</code>« betød i 2~rækker: Det er læst som »intet svar«.</li><li>Hvorfor noget er, som det er, eller hvad der ville ændre det.</li></ul>
    </section>
    <section id="method" class="part" aria-labelledby="method-heading">
    <h2 id="method-heading">Sådan blev det gjort</h2>
    <dl><div><dt>Praksisser</dt><dd>27~praksisser, heraf 26 ringet op og 25 med et gyldigt opkald</dd></div><div><dt>Opkald</dt><dd>27~opkald, 26 foretaget, 25 gyldige, 30~opkaldsforsøg</dd></div><div><dt>Dage</dt><dd>7.~april – 7.~juli~2015, opkald på 2~dage</dd></div><div><dt>Tidsrum</dt><dd><span class="range">Kl.~8–9</span> og <span class="range">9–10</span></dd></div><div><dt>Opnået kontakt</dt><dd>En person i praksis svarede, opkaldet blev viderestillet og besvaret, en akutlinje blev besvaret, eller en besked henviste til en navngiven stedfortræder: overenskomstens regel. Der er også opnået kontakt, når den, der svarede, ikke ønskede at deltage.</dd></div><div><dt>Ugyldige opkald</dt><dd>Forkerte numre og opkald, der ikke blev foretaget, tælles med for sig, men indgår ikke i andelene.</dd></div><div><dt>Konfidensinterval</dt><dd>Konfidensniveau 95~%, metode »wilson«; praksisser, der er ringet op flere gange, regnes som klynger</dd></div><div><dt>Målopfyldelse</dt><dd>Opfyldt eller ikke opfyldt kun, hvor en eksakt ensidet test viser det, med en fejlrisiko på 5~% til hver side; ellers uafklaret</dd></div></dl>
    </section>
    <section id="files" class="part" aria-labelledby="files-heading">
    <h2 id="files-heading">Filer, og hvordan det gentages</h2>
    <p>Rapporten er lavet af 2015 &amp; after.csv.</p>
    </section>
    </main>
    <footer><p>Lavet med telefontid 0.1.0, et program med åben kildekode. De samme filer giver den samme rapport.</p></footer>
    </body>
    </html>
    """#

  static let english = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="generator" content="telefontid 0.1.0"/>
    <title>Telephone access survey</title>

    </head>
    <body>
    <header><p class="kind">Survey that was made</p><h1>Telephone access survey</h1><p class="subtitle">27~practices, of which 26 rung and 25 with a valid call; 27~calls, 26 made, 25 valid, 30~attempts; 7~April – 7~July~2015: calls on 2~days.</p></header>
    <main>
    <section id="summary" class="part" aria-labelledby="summary-heading">
    <h2 id="summary-heading">In short</h2>
    <p class="lead">3 of 25~calls (12.0~%) did not reach the practice, by the agreement’s rule. The true share may well lie anywhere within <span class="range">4.2–30.0~%.</span></p>
    <dl class="tiles"><div><dt>Not reached, all calls</dt><dd class="value">12.0~%</dd><dd>95~% interval: <span class="range">4.2–30.0~%</span></dd></div><div><dt>Target: at most 20~% not reached</dt><dd class="value">Undecided</dd><dd>Undecided in both slots</dd></div></dl>
    <h3>3 of 25~calls (12.0~%) not reached</h3>
    <figure>


    <figcaption>Each dot is the share of calls that did not reach the practice; the line through it is the 95~% interval: the longer, the less is known. Below each slot: calls not reached and all valid calls. The broken line is the target: at most 20~%. Reached: the agreement’s rule.<span class="source">Source: 7~April – 7~July~2015; 25 valid calls; calls that were made; reached: the agreement’s rule; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="short"><summary>The numbers behind the figure</summary><div class="scroll whole" role="region" aria-labelledby="summary-3-numbers-caption" tabindex="0"><table class="row"><caption id="summary-3-numbers-caption">Not reached, by slot</caption>
    <thead><tr><th scope="col" class="t">Slot</th><th scope="col" class="n">Calls</th><th scope="col" class="n">Not reached</th><th scope="col" class="n">Share</th><th scope="col" class="n">95~% interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n" data-label="Calls">20</td><td class="n" data-label="Not reached">2</td><td class="n" data-label="Share">10.0~%</td><td class="n" data-label="95~% interval"><span class="range">2.8–30.1~%</span></td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10</span></th><td class="n" data-label="Calls">5</td><td class="n" data-label="Not reached">1</td><td class="n" data-label="Share">–</td><td class="n" data-label="95~% interval">–</td></tr>
    </tbody></table></div></details>
    <dl><div><dt>Asked</dt><dd>How large a share of calls do not reach the practice, and in which slots? Is it at most 20~%?</dd></div><div><dt>Found</dt><dd>At <span class="range">8–9</span> it is 2 of 20~calls (10.0~%), interval <span class="range">2.8–30.1~%.</span> By the rule “a person of the practice” it is 4 of 25~calls (16.0~%), interval <span class="range">6.4–34.7~%.</span></dd></div><div><dt>Is the target met?</dt><dd>The target of at most 20~% not reached is undecided for all calls together; it is undecided in both slots.</dd></div><div><dt>How sure is that?</dt><dd>In a single slot the survey is weak: if 10.0~% were truly not reached, 5~calls would show the target met in fewer than 1 of 100 surveys; if 30.0~%, they would show it missed in 3 of 100. All calls together the survey is weak: if 10.0~% were truly not reached, 25~calls would show the target met in 27 of 100 surveys; if 30.0~%, they would show it missed in 32 of 100.</dd></div><div><dt>What it cannot say</dt><dd>Nothing about a single practice, how long patients wait, or whether the caller was helped. Nor why it is so.</dd></div></dl>
    </section>
    <nav aria-label="Contents"><ul><li><a href="#found">Slot by slot</a></li><li><a href="#definitions">What counts as reached</a></li><li><a href="#feedback-1">Feedback by municipality</a></li><li><a href="#certainty">How sure is that?</a></li><li><a href="#limits">What this report cannot say</a></li><li><a href="#method">How it was done</a></li><li><a href="#files">Files and how to repeat this</a></li></ul></nav>
    <section id="found" class="page" aria-labelledby="found-heading">
    <h2 id="found-heading">Slot by slot</h2>
    <div class="scroll whole" role="region" aria-labelledby="found-1-caption" tabindex="0"><table class="row dense"><caption id="found-1-caption">Calls not reached, by slot</caption>
    <thead><tr><th scope="col" class="t">Slot</th><th scope="col" class="n">Calls</th><th scope="col" class="n">Not reached</th><th scope="col" class="n">Share</th><th scope="col" class="n">95~% interval</th><th scope="col" class="t">Verdict</th><th scope="col" class="n">Meets if at most</th><th scope="col" class="n">Fails if at least</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n" data-label="Calls">20</td><td class="n" data-label="Not reached">2</td><td class="n" data-label="Share">10.0~%</td><td class="n" data-label="95~% interval"><span class="range">2.8–30.1~%</span></td><td class="t" data-label="Verdict">undecided</td><td class="n" data-label="Meets if at most">0</td><td class="n" data-label="Fails if at least">8</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10~*</span></th><td class="n" data-label="Calls">5</td><td class="n" data-label="Not reached">1</td><td class="n" data-label="Share">–</td><td class="n" data-label="95~% interval">–</td><td class="t" data-label="Verdict">undecided</td><td class="n" data-label="Meets if at most">never</td><td class="n" data-label="Fails if at least">4</td></tr>
    <tr class="total"><th scope="row">All calls</th><td class="n" data-label="Calls">25</td><td class="n" data-label="Not reached">3</td><td class="n" data-label="Share">12.0~%</td><td class="n" data-label="95~% interval"><span class="range">4.2–30.0~%</span></td><td class="t" data-label="Verdict">undecided</td><td class="n" data-label="Meets if at most">1</td><td class="n" data-label="Fails if at least">9</td></tr>
    </tbody></table></div><p class="note">* Fewer than 10 calls: too few for a share.</p><p class="note">One call was not valid (wrong number, not made, or a wait that was not noted). It is not among these.</p>
    <p>That the target is met in every slot is not shown: 0 of 2 meet it by themselves.</p>
    <h3>88.0~% of calls were answered in the practice; 12.0~% met neither an answer nor a referral</h3>
    <figure>


    <figcaption>Each row is all valid calls of a slot. Left of the bold line, in blue: reached by the agreement’s rule, by an answer or by a message that names a substitute. Right of it: not reached. These are counts, without an interval.<span class="source">Source: 7~April – 7~July~2015; 25 valid calls; calls that were made; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="short"><summary>The numbers behind the figure</summary><div class="scroll whole" role="region" aria-labelledby="found-3-numbers-caption" tabindex="0"><table class="row"><caption id="found-3-numbers-caption">How the survey’s calls ended</caption>
    <thead><tr><th scope="col" class="t">Slot</th><th scope="col" class="n">Answered by a doctor</th><th scope="col" class="n">Answered by staff</th><th scope="col" class="n">Busy</th><th scope="col" class="n">No answer</th></tr></thead>
    <tbody><tr class="plain"><th scope="row"><span class="range">8–9</span></th><td class="n" data-label="Answered by a doctor">0</td><td class="n" data-label="Answered by staff">18</td><td class="n" data-label="Busy">2</td><td class="n" data-label="No answer">0</td></tr>
    <tr class="plain"><th scope="row"><span class="range">9–10</span></th><td class="n" data-label="Answered by a doctor">4</td><td class="n" data-label="Answered by staff">0</td><td class="n" data-label="Busy">0</td><td class="n" data-label="No answer">1</td></tr>
    </tbody></table></div></details>
    </section>
    <section id="definitions" class="part" aria-labelledby="definitions-heading">
    <h2 id="definitions-heading">What counts as reached</h2>
    <p>The same calls, counted by each rule. This report goes by: the agreement’s rule.</p>
    <h3>Not reached: 12.0~% (the agreement’s rule) and 16.0~% (a person of the practice)</h3>
    <figure>


    <figcaption>Dots: the share of calls not reached; lines: 95~% intervals; below each slot the calls not reached and all valid calls. The pictures have the same scale.<span class="source">Source: 7~April – 7~July~2015; 25 valid calls; calls that were made; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="short"><summary>The numbers behind the figure</summary><div class="scroll whole" role="region" aria-labelledby="definitions-2-numbers-caption" tabindex="0"><table class="row"><caption id="definitions-2-numbers-caption">Not reached, by definition and slot</caption>
    <thead><tr><th scope="col" class="t">Definition</th><th scope="col" class="n">Slot</th><th scope="col" class="n">Calls</th><th scope="col" class="n">Not reached</th><th scope="col" class="n">Share</th><th scope="col" class="n">95~% interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">The agreement’s rule</th><td class="n" data-label="Slot"><span class="range">8–9</span></td><td class="n" data-label="Calls">20</td><td class="n" data-label="Not reached">2</td><td class="n" data-label="Share">10.0~%</td><td class="n" data-label="95~% interval"><span class="range">2.8–30.1~%</span></td></tr>
    <tr class="plain"><th scope="row">The agreement’s rule</th><td class="n" data-label="Slot"><span class="range">9–10</span></td><td class="n" data-label="Calls">5</td><td class="n" data-label="Not reached">1</td><td class="n" data-label="Share">–</td><td class="n" data-label="95~% interval">–</td></tr>
    <tr class="plain"><th scope="row">A person of the practice</th><td class="n" data-label="Slot"><span class="range">8–9</span></td><td class="n" data-label="Calls">20</td><td class="n" data-label="Not reached">3</td><td class="n" data-label="Share">15.0~%</td><td class="n" data-label="95~% interval"><span class="range">5.2–36.0~%</span></td></tr>
    <tr class="plain"><th scope="row">A person of the practice</th><td class="n" data-label="Slot"><span class="range">9–10</span></td><td class="n" data-label="Calls">5</td><td class="n" data-label="Not reached">1</td><td class="n" data-label="Share">–</td><td class="n" data-label="95~% interval">–</td></tr>
    </tbody></table></div></details>
    <div class="scroll whole" role="region" aria-labelledby="definitions-3-caption" tabindex="0"><table class="row"><caption id="definitions-3-caption">All calls by definition of reached</caption>
    <thead><tr><th scope="col" class="t">Definition of reached</th><th scope="col" class="n">Calls</th><th scope="col" class="n">Not reached</th><th scope="col" class="n">Share</th><th scope="col" class="n">95~% interval</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">The agreement’s rule</th><td class="n" data-label="Calls">25</td><td class="n" data-label="Not reached">3</td><td class="n" data-label="Share">12.0~%</td><td class="n" data-label="95~% interval"><span class="range">4.2–30.0~%</span></td></tr>
    <tr class="plain"><th scope="row">A person of the practice</th><td class="n" data-label="Calls">25</td><td class="n" data-label="Not reached">4</td><td class="n" data-label="Share">16.0~%</td><td class="n" data-label="95~% interval"><span class="range">6.4–34.7~%</span></td></tr>
    </tbody></table></div>
    </section>
    <section id="feedback-1" class="part" aria-labelledby="feedback-1-heading">
    <h2 id="feedback-1-heading">Feedback by municipality</h2>
    <p class="caution">For talks in quality clusters, not for grading. The groups stand in the order of their names. Groups with fewer than 10 calls have no share.</p>
    <h3>None of 2 municipalities lies beyond what chance explains</h3>
    <figure>


    <figcaption>Each dot is a group: to the right those with many calls, above those with a large share not reached. The level line is all calls together, 12.0~%. If all groups were alike, at least 95~% of them would lie within the inner limits and 99.8~% within the outer ones (exact binomial limits).<span class="source">Source: 7~April – 7~July~2015; 25 valid calls; calls that were made; reached: the agreement’s rule; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="short"><summary>The numbers behind the figure</summary><div class="scroll whole" role="region" aria-labelledby="feedback-1-2-numbers-caption" tabindex="0"><table class="row dense"><caption id="feedback-1-2-numbers-caption">Not reached, by municipalities</caption>
    <thead><tr><th scope="col" class="t">Group</th><th scope="col" class="n">Calls</th><th scope="col" class="n">Not reached</th><th scope="col" class="n">Share</th><th scope="col" class="n">95~% interval</th><th scope="col" class="n">95~% limits</th><th scope="col" class="n">99.8~% limits</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">&lt;script&gt;alert("1")&lt;/script&gt;</th><td class="n" data-label="Calls">15</td><td class="n" data-label="Not reached">3</td><td class="n" data-label="Share">20.0~%</td><td class="n" data-label="95~% interval"><span class="range">7.0–45.2~%</span></td><td class="n" data-label="95~% limits">0.0~% – 33.6~%</td><td class="n" data-label="99.8~% limits">0.0~% – 46.5~%</td></tr>
    <tr class="plain"><th scope="row">Samsø</th><td class="n" data-label="Calls">10</td><td class="n" data-label="Not reached">0</td><td class="n" data-label="Share">0.0~%</td><td class="n" data-label="95~% interval">at most 27.8~%</td><td class="n" data-label="95~% limits">0.0~% – 39.7~%</td><td class="n" data-label="99.8~% limits">0.0~% – 56.1~%</td></tr>
    </tbody></table></div></details>
    <p>0 of 2 groups lie outside the 95~% limits; if all were alike, chance alone would put up to 0.1 there. Outside the 99.8~% limits: 0, by chance up to 0.00.</p>
    <p>Differences between groups as large as these come about by chance alone in 13 of 100 surveys.</p>
    <p>In the smallest group with a share, one call more or less not reached moves it by 10.0 points.</p>
    <p>One group has fewer than 10 calls; its share is left out.</p>
    <h3>To discuss</h3>
    <ul><li>When do our patients have most trouble getting through, and is that when this survey rang?</li><li>What does our answering machine say, and does it name a person who can be reached?</li><li>Who answers from 8 to 9, at lunch and after 15, and what happens when that person is away?</li><li>What would we count ourselves for a month to learn more than these calls can tell?</li></ul>
    </section>
    <section id="certainty" class="part" aria-labelledby="certainty-heading">
    <h2 id="certainty-heading">How sure is that?</h2>
    <p>If such a survey were made again and again, about 95 of 100 of its intervals would hold the true share. One survey gives one of them, and it cannot be known whether it is one that does.</p>
    <h3>If 10.0~% were truly not reached, 5~calls would show the target met in fewer than 1 of 100 surveys</h3>
    <figure>


    <figcaption>5~calls in one slot, held against a target of 20~%: the chance of each verdict, by the true share.<span class="source">Source: 7~April – 7~July~2015; computed, no call is behind it; 2015 &amp; after.csv</span></figcaption></figure>
    <details class="long"><summary>The numbers behind the figure</summary><div class="scroll" role="region" aria-labelledby="certainty-2-numbers-caption" tabindex="0"><table class="row"><caption id="certainty-2-numbers-caption">What 5~calls can show</caption>
    <thead><tr><th scope="col" class="t">True share</th><th scope="col" class="n">met</th><th scope="col" class="n">undecided</th><th scope="col" class="n">not met</th></tr></thead>
    <tbody><tr class="plain"><th scope="row">0~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">100.0~%</td><td class="n" data-label="not met">0.0~%</td></tr>
    <tr class="plain"><th scope="row">3~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">100.0~%</td><td class="n" data-label="not met">0.0~%</td></tr>
    <tr class="plain"><th scope="row">6~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">100.0~%</td><td class="n" data-label="not met">0.0~%</td></tr>
    <tr class="plain"><th scope="row">9~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">100.0~%</td><td class="n" data-label="not met">0.0~%</td></tr>
    <tr class="plain"><th scope="row">12~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">99.9~%</td><td class="n" data-label="not met">0.1~%</td></tr>
    <tr class="plain"><th scope="row">15~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">99.8~%</td><td class="n" data-label="not met">0.2~%</td></tr>
    <tr class="plain"><th scope="row">18~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">99.6~%</td><td class="n" data-label="not met">0.4~%</td></tr>
    <tr class="plain"><th scope="row">21~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">99.2~%</td><td class="n" data-label="not met">0.8~%</td></tr>
    <tr class="plain"><th scope="row">24~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">98.7~%</td><td class="n" data-label="not met">1.3~%</td></tr>
    <tr class="plain"><th scope="row">27~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">97.9~%</td><td class="n" data-label="not met">2.1~%</td></tr>
    <tr class="plain"><th scope="row">30~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">96.9~%</td><td class="n" data-label="not met">3.1~%</td></tr>
    <tr class="plain"><th scope="row">33~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">95.6~%</td><td class="n" data-label="not met">4.4~%</td></tr>
    <tr class="plain"><th scope="row">36~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">94.0~%</td><td class="n" data-label="not met">6.0~%</td></tr>
    <tr class="plain"><th scope="row">39~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">92.0~%</td><td class="n" data-label="not met">8.0~%</td></tr>
    <tr class="plain"><th scope="row">42~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">89.7~%</td><td class="n" data-label="not met">10.3~%</td></tr>
    <tr class="plain"><th scope="row">45~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">86.9~%</td><td class="n" data-label="not met">13.1~%</td></tr>
    <tr class="plain"><th scope="row">48~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">83.7~%</td><td class="n" data-label="not met">16.3~%</td></tr>
    <tr class="plain"><th scope="row">51~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">80.0~%</td><td class="n" data-label="not met">20.0~%</td></tr>
    <tr class="plain"><th scope="row">54~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">75.9~%</td><td class="n" data-label="not met">24.1~%</td></tr>
    <tr class="plain"><th scope="row">57~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">71.3~%</td><td class="n" data-label="not met">28.7~%</td></tr>
    <tr class="plain"><th scope="row">60~%</th><td class="n" data-label="met">0.0~%</td><td class="n" data-label="undecided">66.3~%</td><td class="n" data-label="not met">33.7~%</td></tr>
    </tbody></table></div></details>
    </section>
    <section id="limits" class="part" aria-labelledby="limits-heading">
    <h2 id="limits-heading">What this report cannot say</h2>
    <ul><li>Anything about a single practice. One call is one moment: a good practice can be missed, a bad one reached.</li><li>Much about small groups. In a group of seven practices, one missed call moves the share by 14 points; below 10 calls no share is shown.</li><li>What a patient meets on average. Every call counts the same here, whatever the hour, while patients ring mostly in the morning.</li><li>How long a patient would have waited. An interviewer hangs up, and tries again, by the rules of the survey; patients by their own.</li><li>Whether the caller was helped. A message that names a substitute can count as reached, without a person having been spoken to.</li><li>Anything about the one practice of 27 that has no call.</li><li>What “<code>&lt;script&gt;alert("1")&lt;/script&gt;</code>” meant in 2~rows: it was read as “no answer”.</li><li>Why anything is as it is, or what would change it.</li></ul>
    </section>
    <section id="method" class="part" aria-labelledby="method-heading">
    <h2 id="method-heading">How it was done</h2>
    <dl><div><dt>Practices</dt><dd>27~practices, of which 26 rung and 25 with a valid call</dd></div><div><dt>Calls</dt><dd>27~calls, 26 made, 25 valid, 30~attempts</dd></div><div><dt>Days</dt><dd>7~April – 7~July~2015: calls on 2~days</dd></div><div><dt>Slots</dt><dd><span class="range">8–9</span> and <span class="range">9–10</span></dd></div><div><dt>Reached</dt><dd>A person of the practice answered, the call was forwarded and answered, an acute line was answered, or a message named a substitute: the rule of the collective agreement. A person who answered and would not take part was reached, too.</dd></div><div><dt>Not valid</dt><dd>Wrong numbers and calls that were not made are counted, but do not enter the shares.</dd></div><div><dt>Interval</dt><dd>95~% confidence, by the method “wilson”; practices rung several times count as clusters</dd></div><div><dt>Verdict</dt><dd>Met or not met only where an exact one-sided test shows it, with a risk of error of 5~% to either side; otherwise undecided</dd></div></dl>
    </section>
    <section id="files" class="part" aria-labelledby="files-heading">
    <h2 id="files-heading">Files and how to repeat this</h2>
    <p>The report was made from 2015 &amp; after.csv.</p>
    </section>
    </main>
    <footer><p>Made by telefontid 0.1.0, a program with open source code. The same files give the same report.</p></footer>
    </body>
    </html>
    """#
}
