"""The sentences of a plan in Spanish, as people speak in a bachata class."""

from collections.abc import Mapping

from ai_services.vocabulary import Category, Difficulty, Energy, Role, SectionLabel, Style
from choreography.planning.wording.english import OWN_TEMPO
from choreography.planning.wording.sentences import Loudness, Place, Way, WhyNot
from choreography.planning.wording.terms import CATEGORIES, ENERGIES, LEVELS, MANY, ROLES, SECTIONS, STYLES
from common.text import clock

_LOUDNESS: dict[Loudness, str] = {"strong": "suena fuerte", "even": "fluye constante", "gentle": "suena suave"}
_WHY_NOT: dict[WhyNot, str] = {
    "unknown": "ya no está en la biblioteca",
    "banned": "también pediste que no apareciera",
    "too_hard": "supera el nivel que pediste",
    "out_of_tempo": "no puede seguir el tempo de la canción",
    "no_place": "no encaja en ningún lugar de la canción",
}
_WAYS: dict[Way, str] = {
    "wide": "Estirando más los clips",
    "half": "A medio tiempo",
    "half_wide": "A medio tiempo y estirando más los clips",
    "double": "Doblando los tiempos de la canción",
    "double_wide": "Doblando los tiempos de la canción y estirando más los clips",
}


class Spanish:
    """See `Wording`."""

    def music(self, place: Place, loudness: Loudness, category: Category, *, suits_well: bool) -> str:
        asks = " y pide" if suits_well else "; lo que mejor encaja:"
        if place == "break":
            return f"La música se detiene{asks} {CATEGORIES[category]}."
        where = SECTIONS[place] if isinstance(place, SectionLabel) else "esta frase"
        return f"En {where} la música {_LOUDNESS[loudness]}{asks} {CATEGORIES[category]}."

    def level(self, difficulty: Difficulty, speed: float) -> str:
        off = abs(speed - 1.0)
        if off < OWN_TEMPO:
            return f"Nivel {LEVELS[difficulty]}, a la velocidad a la que se grabó."
        pace = "rápido" if speed > 1 else "lento"
        return f"Nivel {LEVELS[difficulty]}, un {_percent(off)} más {pace} que en la grabación."

    def about(self, role: Role) -> str:
        return f"Es el momento de {ROLES[role]}."

    def returns(self, label: SectionLabel) -> str:
        return f"Vuelve donde vuelve la música, como antes en {SECTIONS[label]}."

    def opens(self) -> str:
        return "Con este paso empieza el baile."

    def flows(self, before: str) -> str:
        return f"Enlaza con {before}: la pareja acaba justo como empieza este."

    def cuts(self, before: str) -> str:
        return f"Después de {before} hay un corte: la pareja está en otra posición."

    def off_style(self, count: int, total: int, style: Style, fitting: int, also: Energy | None) -> str:
        energy = f" y energía {ENERGIES[also]}" if also else ""
        return f"{_of(count, total)} de estilo {STYLES[style]}: {_few(fitting)} de estilo {STYLES[style]}{energy}."

    def off_energy(self, count: int, total: int, energy: Energy, fitting: int, also: Style | None) -> str:
        style = f" y estilo {STYLES[also]}" if also else ""
        return (
            f"{_of(count, total)} de energía {ENERGIES[energy]}: {_few(fitting)} de energía {ENERGIES[energy]}{style}."
        )

    def off_role(self, count: int, total: int, role: Role, fitting: int) -> str:
        few = _few(fitting)
        if count == 0:
            return f"Ningún paso es para {ROLES[role]}: {few} para esa persona."
        what = "paso es" if count == 1 else "pasos son"
        return f"Solo {count} de {total} {what} para {ROLES[role]}: {few} para esa persona."

    def stretched(self, count: int, most: float, usual: float, tempo_bpm: float) -> str:
        what = "Un paso se reproduce" if count == 1 else f"{count} pasos se reproducen"
        return (
            f"{what} hasta un {_percent(most)} más rápido o más lento que en la grabación, cuando lo normal es un "
            f"{_percent(usual)} como mucho: pocos clips se acercan a {tempo_bpm:.0f} pulsos por minuto."
        )

    def soon_again(self, *, basics: bool, within: int) -> str:
        kind = "pasos básicos" if basics else "pasos"
        again = f"se repiten antes de que pasen otros {within}"
        return f"Hay {kind} que {again}: la biblioteca tiene pocos para esta canción."

    def often(self, total: int, distinct: int, name: str, uses: int) -> str:
        return f"La canción pide {total} pasos y solo sirven {distinct} distintos: {name} se baila {uses} veces."

    def more_variety(self, here: int, tempo: tuple[int, int] | None, level: tuple[Difficulty, int] | None) -> str:
        follows = f"{'un paso' if here == 1 else f'{here} pasos'} de este nivel {'puede' if here == 1 else 'pueden'}"
        follows += " seguir esta canción"
        if here == 0:
            follows = "ningún paso de este nivel se acerca al tempo de esta canción"
        ways = []
        if tempo:
            ways.append(f"una canción de unos {tempo[0]} pulsos por minuto, que pueden seguir {tempo[1]}")
        if level:
            ways.append(f"un baile de nivel {LEVELS[level[0]]}, con {level[1]} más")
        told = f"{follows[0].upper()}{follows[1:]}"
        if ways:
            return f"{told}. Para que haya más variedad, elige {', o '.join(ways)}."
        return f"{f'Solo {follows}' if here else told}: hacen falta clips nuevos."

    def below(self, wished: Difficulty) -> str:
        return f"Ningún paso de nivel {LEVELS[wished]} encaja en esta canción: el plan se queda por debajo."

    def without_kind(self, category: Category) -> str:
        return f"No hay {MANY[category]}: nada de ese tipo encaja en esta canción y este nivel."

    def without_move(self, name: str, reason: WhyNot) -> str:
        return f"No se pudo incluir {name or 'un paso que pediste'}: {_WHY_NOT[reason]}."

    def shorter(self, song_s: float, wished_s: float) -> str:
        return f"El baile dura {song_s:.0f} s en lugar de {wished_s:.0f} s: la canción no da para más."

    def many_cuts(self, cuts: int, seams: int) -> str:
        return f"{cuts} de {seams} enlaces son cortes: pocos clips empiezan en la posición en que otro termina."

    def unclear_beat(self) -> str:
        return "Cuesta oír el pulso de esta canción: puede que los tiempos no caigan en su sitio."

    def empty_library(self) -> str:
        return "La biblioteca todavía no tiene pasos: importa primero algunos clips."

    def no_such_level(self, wished: Difficulty, held: Mapping[Difficulty, int]) -> str:
        told = ", ".join(f"{count} de nivel {LEVELS[level]}" for level, count in held.items())
        return f"La biblioteca no tiene pasos de nivel {LEVELS[wished]}; tiene {told}."

    def no_counts(self) -> str:
        return "Ningún paso de la biblioteca tiene un tiempo 1 en su clip."

    def all_left_out(self) -> str:
        return "Lo que pediste deja fuera todos los pasos de la biblioteca: evita o descarta menos."

    def one_left(self, name: str) -> str:
        return f"Con ese nivel solo queda un paso ({name}) y ninguno sale dos veces seguidas: hacen falta al menos dos."

    def one_follows(self, tempo_bpm: float) -> str:
        return (
            f"Solo un paso puede seguir la canción a {tempo_bpm:.0f} pulsos por minuto y ninguno sale dos veces "
            "seguidas: hacen falta al menos dos."
        )

    def out_of_reach(self, tempo_bpm: float, reach_bpm: tuple[float, float] | None, way: Way | None) -> str:
        reach = (
            f"Pueden seguir de {reach_bpm[0]:.0f} a {reach_bpm[1]:.0f}."
            if reach_bpm
            else "Ningún clip de ese nivel tiene una frase entera."
        )
        return (
            f"La canción va a {tempo_bpm:.0f} pulsos por minuto, fuera del alcance de los pasos de ese nivel. {reach}"
            + (f" {_WAYS[way]} se llegaría." if way else "")
        )

    def no_sequence(self, at_s: float) -> str:
        return (
            f"Ninguna serie de pasos de ese nivel encaja en la canción cerca de {clock(at_s)}. Ayudarían más clips, "
            "o corregir ahí los tiempos de la canción."
        )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _of(count: int, total: int) -> str:
    return f"{count} de {total} {'paso' if total == 1 else 'pasos'} {'no es' if count == 1 else 'no son'}"


def _few(count: int) -> str:
    held = "ninguno es" if count == 0 else "solo uno es" if count == 1 else f"solo {count} son"
    return f"de los que tienen este nivel y pueden seguir la canción, {held}"
