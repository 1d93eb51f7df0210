"""What dancers say, in English and Spanish, and what it means: one table, a star ends a stem.

A meaning is `slot:value`; a phrase of several meanings has them all. Phrases are matched longest first, so that
"high energy" is not also "energy", nor "basic level" a basic.
"""

from choreography.chat.understanding.word_lists import word_list


def phrases(text: str) -> list[str]:
    """Return the phrases of a comma-separated list."""
    return [" ".join(part.split()) for part in text.replace("\n", " ").split(",") if part.strip()]


def _for(people: str) -> str:
    """Return how a dance is said to be for people."""
    cues = (
        "for, for the, for my, for our, focus on, focus on the, focus on my, spotlight on the, about the, "
        "para la, para las, para el, para los, para mi, para mis, lucir a la, lucir a mi, luzca la, luzca mi, "
        "luzca el, centrado en la, centrado en el"
    )
    shining = "shine, shines, to shine, wants to shine, want to shine, se luzca, brille"
    return ", ".join(
        [f"{cue} {who}" for cue in phrases(cues) for who in phrases(people)]
        + [f"{who} {verb}" for who in phrases(people) for verb in phrases(shining)]
    )


MEANINGS: dict[str, str] = {
    # Difficulty
    "difficulty:beginner": (
        "eazy, ez, ezpz, level low, low level, "
        "beginner*, begginer*, beginers, newbie*, noob*, novice*, starter level, easy, easily, easiest, simple, "
        "simpler, simplest, basic level, beginner level, level 1, level one, level a, first time*, never danced, "
        "new to bachata, new to dancing, new dancer*, just started, just starting, just began, just beginning, "
        "only started, recently started, started recently, starting out, weeks in, months in, weeks dancing, "
        "months dancing, weeks of dancing, months of dancing, weeks ago, months ago, new student*, new pupil*, "
        "new people, new group, "
        "start from zero, from zero, two left feet, basic choreography, basic choreo, basic routine, "
        "something basic, keep it basic, very basic, super basic, really basic, nothing fancy, for kids, "
        "for dummies, first class, first lesson, first bachata, low level, entry level, super easy, "
        "kindergarten, grandma, grandpa, low difficulty, learning, principiante*, novat*, facil*, facilit*, "
        "sencill*, simples, nivel basico, nivel inicial, nivel bajo, nivel 1, nivel uno, nivel cero, "
        "nivel iniciacion, iniciacion, inicial, iniciales, empezando, empiezo, empezamos, empezar a bailar, "
        "acabo de empezar, acaba de empezar, acabamos de empezar, acaban de empezar, acabo de comenzar, "
        "acabamos de comenzar, acaban de comenzar, recien empez*, recien empiez*, empezamos hace poco, "
        "empece hace poco, hace poco que bail*, llevo poco, llevamos poco, llevan poco, semanas bailando, "
        "meses bailando, semanas de clase*, meses de clase*, semanas en esto, meses en esto, alumnos nuevos, "
        "alumnas nuevas, nuevos alumnos, nuevas alumnas, gente nueva, grupo nuevo, estoy aprendiendo, "
        "estamos aprendiendo, desde cero, nunca he bailado, nunca bailamos, "
        "no se bailar, no sabemos bailar, primera vez, primera clase, primeras clases, algo basico, muy basico, "
        "muy basica, super basico, dos pies izquierdos, coreo basica, coreografia basica, rutina basica, "
        "para ninos, para torpes, torpe, torpes, nueva en esto, nuevo en esto, nuevos en esto, dificultad baja, "
        "poca dificultad, poco nivel, soy nuevo, soy nueva, somos nuevos, can not dance, can not really dance, "
        "can not even dance, can barely dance, can hardly dance, not good dancer*, bad dancer*, not very good at it, "
        "no sabemos casi, apenas sabemos bailar, apenas bailamos, apenas bailo, bailo fatal, bailamos fatal, clumsy, "
        "no experience, "
        "zero experience, sin experiencia, do not know how to dance"
    ),
    "difficulty:intermediate": (
        "intermediate*, intermedium, improver*, medium level, mid level, middle level, level 2, level two, "
        "some experience, medium difficulty, medium hard, moderately difficult, average level, semi advanced, "
        "challenging, a challenge, intermedi*, nivel medio, nivel 2, nivel dos, nivel intermedio, "
        "dificultad media, dificultad intermedia, algo de experiencia, cierta experiencia, medio nivel, un reto, "
        "desafiante, medio avanzad*, not a beginner"
    ),
    "difficulty:advanced": (
        "level high, "
        "advanced, advance level, expert*, professional*, pro, pros, pro level, hard, difficult, tough, complex, "
        "tricky, complicated, high level, top level, level 3, level three, high difficulty, hardest, hardcore, "
        "crazy difficult, experienced, virtuos*, avanzad*, profesional*, dificil*, complicad*, complej*, "
        "nivel alto, alto nivel, nivel 3, nivel tres, nivel avanzado, nivel pro, dificultad alta, "
        "mucha dificultad, mucho nivel, muy dificil, lo mas dificil, la mas dificil, con experiencia"
    ),
    # Style
    "style:romantic": (
        "romantic*, romance, love song, love songs, in love, wedding*, tender, sweet, anniversary, valentine*, "
        "first dance, heartfelt, elegant, elegante*, dreamy, emotional, melancholic, amor, amorosa, enamorad*, "
        "boda*, tiern*, ternura, dulce*, dulcecit*, carinos*, aniversario, sentimental*, melancolic*, corazon, "
        "san valentin"
    ),
    "style:sensual": (
        "sensual*, sexy, sexi, sexier, hot, dirty, steamy, spicy, seductive, intimate, passionate, passion, "
        "naughty, sultry, zensual, bachata sensual, close embrace, close dance, close and slow, sensualidad, "
        "sensualon*, caliente*, atrevid*, picante, seductor*, provocativ*, pasional*, pasion, apasionad*, "
        "intim*, pegad*, pegadit*, bien pegao, apretad*, apretadit*, cachond*, erotic*"
    ),
    "style:playful": (
        "playful*, fun, funny, cute, cheeky, flirty, flirtatious, goofy, silly, happy, joyful, light hearted, "
        "lighthearted, cheerful, quirky, teasing, mischievous, dominican, dominican style, jugueton*, divertid*, "
        "alegre*, alegria, graciosa, gracioso, coquet*, picar*, traviesa, travieso, travies*, mona, monas, "
        "dominican*, chistos*, simpatic*, para reir, bromista*, ludic*"
    ),
    "style:energetic+energy_implied:high": (
        "energetic, energetica, energetico, energeticas, energeticos, energized, upbeat, lively, party, "
        "party style, fiery, fire, explosive, dynamic, vibrant, hype, wild, electric, showy, energic*, fiesta, "
        "fiester*, marcha, marchos*, con marcha, con mucha marcha, fuego, con fuego, explosiv*, dinamic*, "
        "animad*, movid*, movidit*, canero, canera, con cana, cana, a tope, a full, vibrante*, rumba, rumbera, "
        "rumbero"
    ),
    # Energy
    "energy:low": (
        "energy low, energy level low, "
        "low energy, little energy, less energy, low intensity, low impact, chill, chilled, chilling, chilly, "
        "calm, calmly, relaxed, relaxing, relax, mellow, gentle, gently, soft, softly, smooth, smoothly, "
        "easygoing, easy going, laid back, low key, lowkey, quiet, peaceful, cozy, no rush, no hurry, unhurried, "
        "lazy, subtle, tired, low energy level, take it easy, slow burn, cool down, cooldown, poca energia, "
        "energia baja, baja energia, baja intensidad, poca intensidad, tranqui, tranquis, tranquil*, tranquilit*, "
        "relajad*, "
        "relajadit*, relajante, suave, suaves, suavecit*, suavit*, calmad*, calmadit*, calma, con calma, "
        "sosegad*, sin prisa, sin prisas, sin agobios, despacit*, cansad*, flojit*, pausad*, delicad*"
    ),
    "energy:medium": (
        "medium, medium energy, moderate energy, mid energy, normal energy, middle energy, moderate, "
        "energy medium, medium intensity, balanced energy, energia media, media energia, energia moderada, "
        "energia normal, intensidad media, moderad*"
    ),
    "energy:high": (
        "energy level high, "
        "high energy, lots of energy, lot of energy, full energy, full of energy, more energy, much energy, "
        "max energy, maximum energy, high intensity, intense, intensely, powerful, power, strong, energy high, "
        "full power, full on, go hard, all out, sweaty, workout, cardio, pumped, banger, mucha energia, "
        "con energia, energia alta, alta energia, toda la energia, maxima energia, llena de energia, "
        "lleno de energia, mas energia, intens*, intensidad, potente*, potencia, fuerte*, fuerza, con todo, "
        "darlo todo, a saco, sudar, a muerte, que rompa, energia a tope, alta intensidad"
    ),
    # Tempo
    "tempo:slow+energy_hint:low": (
        "slowest, slowest song, la mas lenta, "
        "slow, slowly, slow song, slow tempo, slow music, slowish, low bpm, low tempo, ballad, lent*, lentit*, "
        "despacio, tempo lento, cancion lenta, musica lenta, tempo bajo, balada, despacito y"
    ),
    "tempo:medium+energy_hint:medium": (
        "medium tempo, mid tempo, midtempo, medium speed, moderate tempo, normal tempo, medium fast, "
        "tempo medio, velocidad media, medio tiempo, ritmo medio, ritmo normal"
    ),
    "tempo:fast+energy_hint:high": (
        "fastest, fastest song, la mas rapida, "
        "fast, fast song, fast tempo, fast music, fast paced, quick, quickly, speedy, uptempo, up tempo, "
        "high bpm, high tempo, rapid, rapid*, rapidit*, veloz, veloces, deprisa, aceleradad*, acelerad*, "
        "tempo rapido, cancion rapida, musica rapida, tempo alto, ritmo rapido, ligerit*"
    ),
    # Kinds of move
    "category:arm_styling": (
        "arm styling, arm stylings, arm style, arm work, armwork, arm movement*, arms, arm, hand styling, "
        "hand movement*, hands, arm sweep*, estilo de brazos, brazos, brazo, manos, juego de brazos, "
        "movimientos de brazos, movimiento de brazos, braceo*, estilismo de brazos, arm waves, "
        "adorno de brazos, adornos de brazos"
    ),
    "category:basic": (
        "basics, basic step*, basic move*, basic moves, side basic*, basic pattern, a basic, the basic, "
        "some basic, one basic, box step*, basicos, pasos basicos, paso basico, paso base, pasos base, "
        "un basico, el basico, los basicos, basico lateral, basico, just basic, only basic, basic footwork step"
    ),
    "category:bodywaves": (
        "body wave*, bodywave*, body roll*, bodyroll*, wave, waves, body movement*, bodywork, body work, snake, "
        "chest roll*, ondas, onda, olas, ola, ondulacion*, ondas corporales, onda corporal, ondas de cuerpo, "
        "ondas del cuerpo, ondas con el cuerpo, body waves, movimiento corporal, movimientos corporales, "
        "movimientos de cuerpo, movimiento de cuerpo, serpiente, serpenteo"
    ),
    "category:bolero": ("bolero*, bolero steps, paso de bolero, pasos de bolero"),
    "category:cross_body_lead": (
        "cross body lead*, cross body, cross bodies, crossbody, crossbody lead*, cbl, cbls, xbody, "
        "cross body turn, cruce*, cruzado, cruzados, paso cruzado, pasos cruzados, cambio de lugar, cambios de lugar, "
        "cruces de lugar"
    ),
    "category:footwork": (
        "footwork*, foot work, feet work, fancy feet, fancy footwork, shine, shines, syncopation*, syncopated, "
        "feet, foot, foot stuff, feet stuff, tap steps, juego de pies, juegos de pies, trabajo de pies, pies, "
        "pasitos, footworks, zapateo*, zapatead*, sincopad*, sincopas, pasos de pies, figuras de pies"
    ),
    "category:golpes": ("golpe, golpes, golpecito*, hit, hits, accent*, body hits, acento*, musical hits, pops"),
    "category:hammerlock": ("hammerlock*, hammer lock*, hammer locks, candado*, llave, martillo"),
    "category:headrolls": (
        "head roll*, headroll*, head movement*, head stuff, head thing*, head circle*, head loop*, hair flip*, "
        "hairflip*, hair whip*, head whip*, neck roll*, neck stuff, neck, head, heads, head rolling, "
        "rolling head*, rolling the head, rolls of the head, rolls de cabeza, roll de cabeza, rolles de cabeza, "
        "cabeza, cabezas, cabezazo*, giros de cabeza, giro de cabeza, vueltas de cabeza, movimientos de cabeza, "
        "movimiento de cabeza, circulos de cabeza, latigazo*, cuello, melenazo*, golpes de pelo, "
        "rotacion de cabeza, rotaciones de cabeza"
    ),
    "category:hiprolls": (
        "hip roll*, hiproll*, hip movement*, hip circle*, hip action, hip stuff, hips, hip, hip motion, "
        "hip isolation*, booty, cadera*, rolls de cadera, roll de cadera, circulos de cadera, circulo de cadera, "
        "movimientos de cadera, movimiento de cadera, caderazo*, rotacion de cadera, rotaciones de cadera, "
        "giros de cadera, golpes de cadera, culo"
    ),
    "category:intros": ("intro, intros, introduction*, entrada*, introduccion*, walk in, walk ins, presentacion"),
    "category:ladyturn": (
        "lady turn*, ladyturn*, ladies turn*, right turn*, left turn*, follower turn*, follow turn*, "
        "inside turn*, outside turn*, turn, turns, turning, her turn*, underarm turn*, giro*, vuelta*, "
        "vueltita*, girit*, girar, giro de dama, giros de dama, giro de la dama, vuelta de la chica, "
        "vueltas de la chica, vuelta de la dama, vueltas de dama, giro de chica, giros de chica, giros de la chica"
    ),
    "category:outro": (
        "outro, outros, closing, closing move*, closing pose, final pose, ending pose, last pose, pose final, "
        "cierre*, despedida, reverencia"
    ),
    "category:shadow": (
        "shadow*, shadow position*, shadow move*, sombra*, posicion sombra, posicion de sombra, tandem, sweetheart*"
    ),
    "category:spin": (
        "spin*, spinning, double turn*, double spin*, triple turn*, multiple turn*, pirouette*, free spin*, "
        "pirueta*, trompo*, giro doble, giros dobles, doble giro, dobles giros, vuelta doble, vueltas dobles, "
        "giro multiple, giros multiples, vueltas sobre si"
    ),
    "category:style": (
        "styling, stylings, shimmy, shimmies, styling moves, estilismo*, estilismos, adorno, adornos, styling move*"
    ),
    "category:style+role:follow": "lady styling, ladies styling, lady style, ladystyling, girls styling",
    "category:style+role:lead": "mens styling, men styling, man styling, guys styling",
    # Moves that are no kind of their own: looked for in the names of the library
    "name:dip": (
        "dip, dips, dipping, dipped, caida, caidas, cambre*, recostad*, drop, drops, bajada, bajadas, "
        "inclinacion*, dipcito*"
    ),
    "name:lift": (
        "lift*, cargada*, alzada*, portes, elevacion*, carry, carries, aerial*, acrobacia*, acrobatic*, acrobatics"
    ),
    "name:kick": ("kick*, patada*, patadit*"),
    "name:pose": ("pose, poses"),
    # Pains and fears that rule moves out
    "pain:headrolls": (
        "neck pain, bad neck, neck injury, neck problem*, neck hurts, sore neck, stiff neck, neck is bad, "
        "cuello mal, me duele el cuello, le duele el cuello, dolor de cuello, lesion de cuello, lesion cervical, "
        "cervicales, mal del cuello, cuello fatal, problemas de cuello, whiplash, injured neck, hurt my neck, "
        "cuello lesionado"
    ),
    "pain:spin+pain:ladyturn": (
        "dizzy, get dizzy, vertigo, nausea, motion sick, me mareo, se marea, nos mareamos, mareo, mareos, "
        "mareada, mareado, me marean"
    ),
    "pain:hiprolls": ("hip injury, bad hip, bad hips, hip pain, dolor de cadera, lesion de cadera, me duele la cadera"),
    "pain:dip": (
        "bad back, back pain, back injury, hurt my back, my back hurts, dolor de espalda, me duele la espalda, "
        "lesion de espalda, problemas de espalda, sore back, espalda mal, lumbago"
    ),
    # Who it is for
    "role:lead": (
        "lead, leads, leader*, the lead, lead focus, lead focused, i lead, male dancer, for men, for him, "
        "more for him, "
        "for guys, let him shine, make him shine, guia, lider, lideres, para chicos, "
        "para hombres, soy lider, soy guia, como lider, como guia, "
        + _for(
            "lead, leads, leader, leaders, guy, guys, man, men, boy, boys, husband, boyfriend, bf, "
            "lider, lideres, guia, chico, chicos, hombre, hombres, novio, marido"
        )
    ),
    "role:follow": (
        "follow, follows, follower*, the follow, follow focus, follow focused, i follow, for her, more for her, "
        "for women, for girls, for ladies, let her shine, make her shine, seguidor*, follower, para ella, "
        "para chicas, para mujeres, soy follower, soy seguidora, como follower, como seguidora, "
        + _for(
            "follow, follows, follower, followers, lady, ladies, girl, girls, woman, women, wife, girlfriend, gf, "
            "seguidora, seguidoras, chica, chicas, dama, damas, mujer, mujeres, novia, alumnas"
        )
    ),
    "role:both": (
        "for both, for both of us, for both of them, for the two of us, for us both, no role, "
        "para los dos, para ambos, "
        "para las dos personas, para nosotros dos"
    ),
    # Length in words
    "length:60": (
        "short, short one, shortish, a short, quick one, quick routine, quick choreo, quick choreography, brief, "
        "snippet, corta, cortas, corto, cortit*, breve*, rapidita y corta, cositas cortas"
    ),
    "length:30": ("reel, reels, tiktok, tik tok, insta, instagram, story, stories, historia de instagram"),
    "length:whole": (
        "whole song, full song, entire song, complete song, whole track, full track, full length, "
        "all of the song, all the song, the entire thing, whole thing, full version, start to finish, "
        "long version, cancion entera, cancion completa, toda la cancion, tema entero, tema completo, "
        "todo el tema, entera, entero, enterita, completa, completo, de principio a fin, version completa, "
        "version larga"
    ),
    # As before
    "last:yes": (
        "like last time, same as last time, as last time, like the last time, like the last one, "
        "same as the last one, same as before, as before, like before, the usual, my usual, like yesterday, "
        "same as yesterday, like the previous one, same as the previous one, same settings, same wish, "
        "same style as last time, like always, as always, as usual, como la ultima vez, como la ultima, "
        "como la otra vez, como la vez pasada, como la anterior, como antes, igual que antes, "
        "igual que la ultima, igual que la ultima vez, igual que la anterior, lo mismo de siempre, "
        "lo de siempre, como siempre, lo mismo que antes, lo mismo que ayer, lo mismo que la ultima vez, "
        "como ayer, la de siempre, lo mismo de antes, igual que ayer, lo mismo que la otra vez"
    ),
}
"""What is meant -> how it is said, separated by commas."""

NEGATORS = (
    "too many, too much, demasiados, demasiadas, minimal, hardly any, barely any, apenas, as few, "
    "no, no more, not, without, nor, never, neither, none, avoid, avoiding, skip, skipping, exclude, excluding, "
    "except, excepting, minus, nothing, zero, cero, hate, hates, dislike, dislikes, tired of, sick of, "
    "leave out, leaving out, anything but, everything but, all but, drop the, lose the, cut the, get rid of, "
    "remove, ban, forget, forget about, less, fewer, stop, free of, fed up with, bored of, allergic to, "
    "away from, rather not, instead of, sin, ni, nunca, jamas, tampoco, nada, nada de, evita, evitar, evitando, "
    "evitad, evitemos, quita, quitar, quitame, quitad, quitale, excepto, salvo, menos, odio, odia, odiamos, "
    "detesto, detesta, fuera, prohibid*, elimina, eliminar, olvida, olvidate, dejate de, no mas, ya no, "
    "nada mas de, no me gusta, no me gustan, no nos gusta, no nos gustan, no soporto, no aguanto, harta de, "
    "harto de, hartos de, cansada de, cansado de, excluye, excluir, saca, sacar, sacame, excepcion de, "
    "en vez de, en lugar de, en contra de"
)
"""They refuse what follows."""

DENIED_NEGATORS = (
    "not avoid, not skip, not remove, not forget, not exclude, not leave out, not drop, not hate, not stop, "
    "not cut, not ban, not only, not just, no solo, no solamente, no quites, no evites, no olvides, "
    "no te olvides, no elimines, no saques, no te saltes, not mind, not minding, no me importa, no me importan, "
    "not do without, no problem with, never skip, never forget, never enough, nunca faltan, que no falte, "
    "que no falten, no pueden faltar, no puede faltar, why not, not to forget, no te dejes, no dejes fuera, "
    "can not get enough, nothing but, no less than, no more than, not more than, no mas de, not less than, "
    "no menos de, not longer than, no longer than, menos de, less than, fewer than, at least, por lo menos, "
    "al menos, mas o menos, more or less, nada mas, nunca he bailado, never danced, nunca bailamos, "
    "without a doubt, sin duda, no doubt, no se bailar, no sabemos bailar, not know, not sure, no idea, no se, "
    "no sabemos, ni idea, no importa, not care, not matter, no wait, wait no, no worries, no pasa nada, "
    "sin problema, no problem, no stress, sin estres, no rush, no hurry, sin prisa, sin prisas, sin agobios, "
    "no preference, sin preferencia, no experience, zero experience, sin experiencia, not know how to dance, "
    "can not dance, not a beginner, nothing fancy, no tengo ni idea, no hay prisa, nothing special, "
    "nada especial, not yet, todavia no, aun no, can not wait, not long ago, no longer a beginner, desde cero, "
    "from zero, start from zero, nivel cero, let s forget, not bad, nada mal, cero complicaciones, "
    "sin complicaciones, no complications"
)
"""They begin like a denial and are none."""

INDIFFERENT = "not mind, not minding, no me importa, no me importan, not care about, me da igual, me dan igual"
"""What follows is neither wanted nor refused."""

CORRECTIONS = (
    "no wait, wait no, wait, actually, sorry, i mean, or rather, on second thought, scratch that, correction, "
    "make that, make it, mejor dicho, digo, perdon, mejor, no mejor, bueno no, espera, espera no, quiero decir, "
    "o sea no, no espera, miento, better, no better"
)
"""What follows takes the place of what was said before."""

SOFTENERS = (
    "too, very, so, that, super, really, overly, all that, terribly, extremely, insanely, crazy, muy, tan, "
    "demasiad*, tanto, tanta, excesivamente, mucho, mucha, muchos, muchas"
)
"""After a denial: not all of it ("not too fast" is not slow)."""

DIMINISHERS = (
    "maybe, perhaps, i guess, i think, possibly, quizas, quiza, tal vez, creo, creo que, supongo, a lo mejor, "
    "a bit, a little, a little bit, bit, little bit, slightly, somewhat, kind of, kinda, sort of, sorta, "
    "a touch, fairly, quite, almost, un poco, un poquito, poquito, algo, ligeramente, medio, casi, tirando a, "
    "un pelin, un toque, bastante, relativamente, not quite, not very"
)
"""Before a wish: only a little of it."""

BREAKERS = (
    "but, yet, however, though, although, only, just, with, instead, rather, otherwise, plus, then, also, lots, "
    "lot, many, more, some, please, include, including, want, give, prefer, keep, add, love, loads, plenty, "
    "pero, sino, solo, solamente, con, ademas, luego, tambien, muchos, muchas, mucho, mucha, mas, incluye, "
    "incluir, quiero, dame, prefiero, por favor, anade, agrega, pon, ponle, mete, que tenga, que haya, eso si, "
    "bastante*, algun*"
)
"""They end what a denial reaches."""

FILLERS = word_list("fillers")
"""They may stand between a denial and what it denies."""
