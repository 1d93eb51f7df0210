"""Teaching notes of a move, made of what is known of it: for whoever asks what it is and how it is danced."""

from dataclasses import dataclass

from ai_services.vocabulary import Category, Difficulty, Energy, Role
from choreography.chat.vocabulary import DIFFICULTIES, ENERGIES, ROLES, category_word
from choreography.models import Move
from common.language import Language
from common.text import clock


@dataclass(frozen=True)
class Lesson:
    """What a kind of move is, and what each of the two minds."""

    what: str
    lead: str
    follow: str
    counts: str


EN: dict[Category, Lesson] = {
    Category.ARM_STYLING: Lesson(
        "Lines drawn with the arms while the feet keep the basic.",
        "Leave her arm free early enough for the line to grow.",
        "Start from the shoulder blade; the hand arrives last.",
        "The line begins on 1 or 5 and is finished by the tap.",
    ),
    Category.BASIC: Lesson(
        "The step that everything else grows from: three steps and a tap.",
        "Move your own weight; the frame tells the rest.",
        "Finish each weight change before the next one.",
        "Steps on 1-2-3 and 5-6-7, taps on 4 and 8.",
    ),
    Category.BODYWAVES: Lesson(
        "A wave that runs through the body, from the chest down or from the hips up.",
        "Lead it with your own chest, never with the hands.",
        "One joint after the other: chest, ribs, belly, hips, knees.",
        "It takes four counts: leave on 1, arrive on the tap.",
    ),
    Category.BOLERO: Lesson(
        "Half-time steps, borrowed from bolero: long, grounded, melting.",
        "Slow your centre down first; she feels it before the step.",
        "Use the whole of both counts of a step.",
        "A step takes two counts: 1, 3, 5, 7.",
    ),
    Category.CROSS_BODY_LEAD: Lesson(
        "The lead opens a door and the follow crosses to the other side.",
        "Step off her line on 1-2-3, let her pass on 5-6-7.",
        "Walk straight along your line; turn only when you have passed.",
        "Open on 1-2-3-tap, cross on 5-6-7-tap.",
    ),
    Category.FOOTWORK: Lesson(
        "Quick, clear patterns of the feet, together or apart.",
        "Small steps under the hips; let go in time.",
        "Weight over the balls of the feet, knees soft.",
        "Listen to the bongo: the patterns use the “and” between the counts.",
    ),
    Category.GOLPES: Lesson(
        "Hits of the hips that answer the accents of the bongo.",
        "Show the accent with your own body a moment early.",
        "Short and sharp, then still again.",
        "One hit a count, the strongest on 4 and 8.",
    ),
    Category.HAMMERLOCK: Lesson(
        "A turn that ends with one arm folded behind the follow's back.",
        "Keep the hand low and loose: the arm follows the turn, it is not bent.",
        "Let the elbow hang; say so when the shoulder feels tight.",
        "Turn in on 1-2-3-tap, settle or leave on 5-6-7-tap.",
    ),
    Category.HEADROLLS: Lesson(
        "A circle of the head that grows out of the ribs.",
        "Give support behind her back; never move the head for her.",
        "Warm the neck first; ribs lead, the head comes last, and it stops when it hurts.",
        "Down by 3, round on 4-5-6, up on 7.",
    ),
    Category.HIPROLLS: Lesson(
        "A circle drawn with the hips, close together or apart.",
        "Bend your knees; the circle is led from the pelvis.",
        "Knees soft and shoulders quiet: only the hips travel.",
        "A circle takes four counts.",
    ),
    Category.INTROS: Lesson(
        "How two people meet before the dance begins.",
        "Take your time and look at your partner.",
        "Answer the invitation; arrive on both feet.",
        "Be in place for the next count 1.",
    ),
    Category.LADYTURN: Lesson(
        "A turn of the follow under the raised hand.",
        "Raise the hand before count 1 and keep it over her crown.",
        "Turn on your own axis; the eyes come round first.",
        "Turn on 1-2-3, stop on the tap.",
    ),
    Category.OUTRO: Lesson(
        "The last thing people see: a bow, a pose, a goodbye.",
        "Bring both to a standstill before the music ends.",
        "Hold the picture until the sound is gone.",
        "Arrive on the last count and stay.",
    ),
    Category.SHADOW: Lesson(
        "Both look the same way, the follow in front: two bodies, one movement.",
        "Match her steps; your hands only say where you are.",
        "Keep your own balance; do not lean back.",
        "Enter on a 1, leave on a 1 or 5.",
    ),
    Category.SPIN: Lesson(
        "More than one turn in a phrase, or a turn let free.",
        "Give the impulse and then nothing: a quiet hand over the crown.",
        "Feet under the body, core firm, spot with the eyes.",
        "Prepare on 8, spin from 1, stop on the tap.",
    ),
    Category.STYLE: Lesson(
        "A small combination with a mood of its own.",
        "Keep the basic clear beneath it.",
        "Choose one detail and show it well.",
        "It fills whole phrases of eight counts.",
    ),
}
ES: dict[Category, Lesson] = {
    Category.ARM_STYLING: Lesson(
        "Líneas que dibujan los brazos mientras los pies siguen el básico.",
        "Suelta su brazo a tiempo para que la línea crezca.",
        "Empieza en el omóplato; la mano llega la última.",
        "La línea empieza en el 1 o el 5 y termina con el tap.",
    ),
    Category.BASIC: Lesson(
        "El paso del que nace todo lo demás: tres pasos y un tap.",
        "Mueve tu propio peso; el marco cuenta el resto.",
        "Termina cada cambio de peso antes del siguiente.",
        "Pasos en 1-2-3 y 5-6-7, tap en 4 y 8.",
    ),
    Category.BODYWAVES: Lesson(
        "Una onda que recorre el cuerpo, del pecho hacia abajo o de la cadera hacia arriba.",
        "Guíala con tu pecho, nunca con las manos.",
        "Una articulación tras otra: pecho, costillas, vientre, cadera, rodillas.",
        "Dura cuatro tiempos: sale en el 1 y llega al tap.",
    ),
    Category.BOLERO: Lesson(
        "Pasos a medio tiempo, prestados del bolero: largos y con peso.",
        "Frena primero tu centro; lo nota antes que el paso.",
        "Aprovecha los dos tiempos enteros de cada paso.",
        "Un paso dura dos tiempos: 1, 3, 5, 7.",
    ),
    Category.CROSS_BODY_LEAD: Lesson(
        "Quien guía abre una puerta y quien sigue cruza al otro lado.",
        "Sal de su línea en 1-2-3 y déjala pasar en 5-6-7.",
        "Camina recto por tu línea; gira solo cuando hayas pasado.",
        "Se abre en 1-2-3-tap y se cruza en 5-6-7-tap.",
    ),
    Category.FOOTWORK: Lesson(
        "Dibujos rápidos y claros de los pies, juntos o por separado.",
        "Pasos pequeños bajo la cadera; suelta a tiempo.",
        "El peso en la parte delantera del pie, rodillas sueltas.",
        "Escucha el bongó: se usa el «y» entre los tiempos.",
    ),
    Category.GOLPES: Lesson(
        "Golpes de cadera que responden a los acentos del bongó.",
        "Marca el acento con tu cuerpo un instante antes.",
        "Cortos y secos, y luego quietud.",
        "Un golpe por tiempo, los más fuertes en 4 y 8.",
    ),
    Category.HAMMERLOCK: Lesson(
        "Un giro que acaba con un brazo recogido detrás de la espalda.",
        "La mano baja y suelta: el brazo sigue al giro, no se dobla a la fuerza.",
        "Deja caer el codo; avisa si el hombro tira.",
        "Se entra en 1-2-3-tap, se sale en 5-6-7-tap.",
    ),
    Category.HEADROLLS: Lesson(
        "Un círculo de la cabeza que nace en las costillas.",
        "Da apoyo en la espalda; nunca le muevas tú la cabeza.",
        "Calienta el cuello; guían las costillas, la cabeza llega la última, y si duele se para.",
        "Abajo en el 3, vuelta en 4-5-6, arriba en el 7.",
    ),
    Category.HIPROLLS: Lesson(
        "Un círculo dibujado con la cadera, cerca o por separado.",
        "Dobla las rodillas; el círculo se guía desde la pelvis.",
        "Rodillas sueltas y hombros quietos: solo viaja la cadera.",
        "Un círculo dura cuatro tiempos.",
    ),
    Category.INTROS: Lesson(
        "Cómo se encuentran dos personas antes de bailar.",
        "Tómate tu tiempo y mira a tu pareja.",
        "Responde a la invitación; llega con los dos pies.",
        "Hay que estar en el sitio para el siguiente 1.",
    ),
    Category.LADYTURN: Lesson(
        "Un giro de quien sigue bajo la mano levantada.",
        "Sube la mano antes del 1 y mantenla sobre su coronilla.",
        "Gira sobre tu eje; la mirada llega primero.",
        "Se gira en 1-2-3 y se para en el tap.",
    ),
    Category.OUTRO: Lesson(
        "Lo último que se ve: un saludo, una pose, un adiós.",
        "Párate con tu pareja antes de que acabe la música.",
        "Mantén la imagen hasta que se apague el sonido.",
        "Se llega en el último tiempo y se queda.",
    ),
    Category.SHADOW: Lesson(
        "Los dos miran al mismo lado, quien sigue delante: dos cuerpos, un movimiento.",
        "Iguala sus pasos; tus manos solo dicen dónde estás.",
        "Mantén tu propio equilibrio; no te dejes caer atrás.",
        "Se entra en un 1 y se sale en un 1 o un 5.",
    ),
    Category.SPIN: Lesson(
        "Más de un giro en una frase, o un giro en solitario.",
        "Da el impulso y luego nada: la mano quieta sobre la coronilla.",
        "Los pies bajo el cuerpo, el centro firme, la mirada en un punto fijo.",
        "Se prepara en el 8, se gira desde el 1, se para en el tap.",
    ),
    Category.STYLE: Lesson(
        "Una pequeña combinación con carácter propio.",
        "Que debajo se siga viendo el básico.",
        "Elige un detalle y muéstralo bien.",
        "Llena frases enteras de ocho tiempos.",
    ),
}
LESSONS: dict[Language, dict[Category, Lesson]] = {"en": EN, "es": ES}


@dataclass(frozen=True)
class Explanation:
    """Teaching notes of one move."""

    what: str
    lead: str
    follow: str
    counts: str
    level: str
    notes: str
    """As whoever brought the move wrote them; perhaps empty."""
    where: str = ""
    """Where a plan dances it, and why there."""

    def text(self, language: Language) -> str:
        """Return all of it as sentences."""
        lead, follow = ("Lead", "Follow") if language == "en" else ("Quien guía", "Quien sigue")
        notes = f"“{self.notes}”" if language == "en" else f"«{self.notes}»"
        parts = [self.what, self.counts, f"{lead}: {self.lead}", f"{follow}: {self.follow}", self.level]
        return " ".join([*parts, *([notes] if self.notes else []), *([self.where] if self.where else [])])


def explain_move(move: Move, language: Language, where: str = "") -> Explanation:
    """Return the teaching notes of a move."""
    category, level, energy = Category(move.category), Difficulty(move.difficulty), Energy(move.energy)
    lesson = LESSONS[language][category]
    role = Role(move.role_focus) if move.role_focus in Role.values else None
    if language == "en":
        name = f"“{move.name}” ({category_word(category, 'en')}): "
        graded = f"{DIFFICULTIES['en'][level].capitalize()}, {ENERGIES['en'][energy]} energy."
        about = f" It is about the {ROLES['en'][role]}." if role else ""
    else:
        name = f"«{move.name}» ({category_word(category, 'es')}): "
        graded = f"Nivel {DIFFICULTIES['es'][level]}, energía {ENERGIES['es'][energy]}."
        about = f" El protagonismo es de {ROLES['es'][role]}." if role else ""
    what = name + lesson.what[:1].lower() + lesson.what[1:]
    return Explanation(what, lesson.lead, lesson.follow, lesson.counts, graded + about, move.notes, where)


def place_words(start_s: float, why: str, language: Language) -> str:
    """Return where a plan dances a move, and why."""
    return f"At {clock(start_s)}: {why}" if language == "en" else f"En {clock(start_s)}: {why}"
