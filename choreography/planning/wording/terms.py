"""What the things of a dance are called in Spanish: one word each, the same in plan, chat, edits and on the page."""

from ai_services.vocabulary import Category, Difficulty, Energy, Role, SectionLabel, Style

CATEGORIES = {
    Category.ARM_STYLING: "adorno de brazos",
    Category.BASIC: "paso básico",
    Category.BODYWAVES: "ondas",
    Category.BOLERO: "bolero",
    Category.CROSS_BODY_LEAD: "cross body",
    Category.FOOTWORK: "juego de pies",
    Category.GOLPES: "golpes",
    Category.HAMMERLOCK: "hammerlock",
    Category.HEADROLLS: "giro de cabeza",
    Category.HIPROLLS: "círculo de cadera",
    Category.INTROS: "entrada",
    Category.LADYTURN: "giro de la dama",
    Category.OUTRO: "cierre",
    Category.SHADOW: "sombra",
    Category.SPIN: "giro múltiple",
    Category.STYLE: "adorno",
}
MANY = CATEGORIES | {
    Category.ARM_STYLING: "adornos de brazos",
    Category.BASIC: "pasos básicos",
    Category.CROSS_BODY_LEAD: "cross bodies",
    Category.HEADROLLS: "giros de cabeza",
    Category.HIPROLLS: "círculos de cadera",
    Category.LADYTURN: "giros de la dama",
    Category.SPIN: "giros múltiples",
    Category.STYLE: "adornos",
}
"""Where none or several of a kind are spoken of."""
SECTIONS = {
    SectionLabel.INTRO: "la intro",
    SectionLabel.VERSE: "la estrofa",
    SectionLabel.CHORUS: "el estribillo",
    SectionLabel.MAMBO: "el mambo",
    SectionLabel.OUTRO: "el final",
}
STYLES = {
    Style.ROMANTIC: "romántico",
    Style.ENERGETIC: "enérgico",
    Style.SENSUAL: "sensual",
    Style.PLAYFUL: "juguetón",
}
ENERGIES = {Energy.LOW: "baja", Energy.MEDIUM: "media", Energy.HIGH: "alta"}
LEVELS = {
    Difficulty.BEGINNER: "principiante",
    Difficulty.INTERMEDIATE: "intermedio",
    Difficulty.ADVANCED: "avanzado",
}
ROLES = {Role.LEAD: "quien guía", Role.FOLLOW: "quien sigue"}
