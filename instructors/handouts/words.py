"""The words of a handout in both languages."""

from datetime import date
from types import MappingProxyType

from common.language import Language

_ENGLISH = {
    "minutes": "min", "objective": "Objective", "warm_up": "Warm-up", "cool_down": "Cool-down",
    "parts": "The class", "moves": "Moves", "notes": "Notes", "phrases": "phrases", "phrase": "phrase",
    "counts": "counts", "planned": "planned", "of": "of", "gone": "this choreography was removed",
    "legend": "Each ruler is a phrase: 1 2 3 tap 5 6 7 tap", "print": "Print",
    "nothing": "Nothing planned yet.",
}  # fmt: skip
_SPANISH = {
    "minutes": "min", "objective": "Objetivo", "warm_up": "Calentamiento", "cool_down": "Vuelta a la calma",
    "parts": "La clase", "moves": "Pasos", "notes": "Notas", "phrases": "frases", "phrase": "frase",
    "counts": "tiempos", "planned": "previstos", "of": "de", "gone": "esta coreografía se eliminó",
    "legend": "Cada regla es una frase: 1 2 3 tap 5 6 7 tap", "print": "Imprimir",
    "nothing": "Todavía no hay nada previsto.",
}  # fmt: skip
WORDS = MappingProxyType({"en": MappingProxyType(_ENGLISH), "es": MappingProxyType(_SPANISH)})
_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
}  # fmt: skip


def language_of(asked: str | None) -> Language:
    """Return a language we speak: Spanish where it is asked for, else English."""
    return "es" if asked == "es" else "en"


def spoken_date(day: date, language: Language) -> str:
    """Return a day as people write it."""
    month = _MONTHS[language][day.month - 1]
    return f"{day.day} de {month} de {day.year}" if language == "es" else f"{day.day} {month} {day.year}"
