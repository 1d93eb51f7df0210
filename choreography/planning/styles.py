"""Which moves are danced in which style, and which are about one of the two: for the form, the plan and the chat."""

from ai_services.vocabulary import Category, Role, Style

NEUTRAL_CATEGORIES = frozenset({Category.BASIC, Category.INTROS, Category.OUTRO})
"""Danced in any mood and at any energy: they open, join and close."""

STYLE_CATEGORIES = {
    Style.ROMANTIC: frozenset(
        {
            Category.BOLERO,
            Category.LADYTURN,
            Category.CROSS_BODY_LEAD,
            Category.HIPROLLS,
            Category.BODYWAVES,
            Category.STYLE,
        }
    ),
    Style.ENERGETIC: frozenset(
        {
            Category.SPIN,
            Category.FOOTWORK,
            Category.GOLPES,
            Category.LADYTURN,
            Category.SHADOW,
            Category.HAMMERLOCK,
        }
    ),
    Style.SENSUAL: frozenset(
        {
            Category.BODYWAVES,
            Category.HIPROLLS,
            Category.HEADROLLS,
            Category.BOLERO,
            Category.SHADOW,
            Category.STYLE,
        }
    ),
    Style.PLAYFUL: frozenset(
        {
            Category.FOOTWORK,
            Category.GOLPES,
            Category.ARM_STYLING,
            Category.STYLE,
            Category.SPIN,
            Category.SHADOW,
        }
    ),
}
"""Kinds that carry a mood; by these a move is judged that has no style of its own."""


def fits_style(category: Category, own: Style | None, wished: Style) -> bool:
    """Return whether a move is danced in the wished style."""
    if category in NEUTRAL_CATEGORIES:
        return True
    return own is wished if own is not None else category in STYLE_CATEGORIES[wished]


FOLLOW_CATEGORIES = frozenset({Category.ARM_STYLING, Category.HEADROLLS, Category.LADYTURN})
"""Kinds in which the lead makes room and the follow shines. No kind is the lead's alone: footwork is danced by both."""


def focus_of(category: Category, own: Role | None) -> Role | None:
    """Return whom a move is about: by its own label, else by its kind; `None` for both."""
    return own or (Role.FOLLOW if category in FOLLOW_CATEGORIES else None)
