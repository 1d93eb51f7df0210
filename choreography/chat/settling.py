"""From what was said to a whole wish: what is not said comes from the last dance or the dancer's preferences."""

from dataclasses import replace

from ai_services.vocabulary import Difficulty, Energy, Role, Style
from choreography.blueprint.wishes import DanceWish
from choreography.chat.announcing import Notes
from choreography.chat.levels import stepped_difficulty, stepped_energy
from choreography.chat.understanding.edit import EditKind
from choreography.chat.understanding.request import Request
from choreography.models import Choreography
from common.language import Language
from users.models import User

STYLE_OF_ENERGY = {
    Energy.LOW: (Style.ROMANTIC, Style.SENSUAL),
    Energy.MEDIUM: (Style.ROMANTIC, Style.PLAYFUL),
    Energy.HIGH: (Style.ENERGETIC, Style.PLAYFUL),
}
"""Taken where the usual style is refused: the first that is not."""


def usual_wish(user: User, language: Language) -> DanceWish:
    """Return what a dancer wants unless they say otherwise."""
    preferences = user.preferences
    return DanceWish(
        Difficulty(preferences.difficulty), Energy(preferences.energy), Style(preferences.style), language=language
    )


def last_choreography(user: User) -> Choreography | None:
    """Return the dance that a dancer had made last."""
    rows = Choreography.objects.filter(owner=user, current__isnull=False).select_related("song", "current")
    return rows.defer("song__analysis", "song__waveform").order_by("-created_at").first()


def wish_of(choreography: Choreography, language: Language) -> DanceWish:
    """Return the wish behind a dance, to go by for another."""
    assert choreography.current is not None
    return replace(DanceWish.from_json(choreography.current.wish), language=language, section_energy={})


def settled(request: Request, base: DanceWish, notes: Notes) -> DanceWish:
    """Return the wish of a request for a new dance; `notes` takes down what was assumed.

    The difficulty is never above what was said, or what `base` has: an unclear level is the lower one.
    """
    harder = _step(request, EditKind.DIFFICULTY)
    livelier = _step(request, EditKind.ENERGY)
    difficulty = request.difficulty or _at_most(base.difficulty, request.difficulty_at_most)
    energy = request.energy or base.energy
    if harder and request.difficulty is None:
        difficulty = stepped_difficulty(difficulty, harder)
    if livelier and request.energy is None:
        energy = stepped_energy(energy, livelier)
    duration_s = None if request.whole_song else request.duration_s or base.duration_s
    avoid = (base.avoid_categories | request.avoid) - request.include
    said = {
        "difficulty": bool(request.difficulty or request.difficulty_at_most or harder),
        "energy": bool(request.energy or livelier),
        "style": bool(request.style),
    }
    notes.assumed = [slot for slot, told in said.items() if not told]
    notes.contradicted = request.contradicted
    notes.absurd_s = request.absurd_s
    return replace(
        base,
        difficulty=difficulty,
        energy=energy,
        style=request.style or _style(base.style, request.refused_styles, energy),
        duration_s=duration_s,
        avoid_categories=avoid,
        include_categories=(base.include_categories | request.include) - avoid,
        role=_role(request, base),
    )


def rewish(request: Request, wish: DanceWish) -> DanceWish:
    """Return the wish of a dance that is there, with what a request says about all of it."""
    style = request.style or _style(wish.style, request.refused_styles, request.energy or wish.energy)
    return replace(
        wish,
        difficulty=request.difficulty or _at_most(wish.difficulty, request.difficulty_at_most),
        energy=request.energy or wish.energy,
        style=style,
        section_energy={} if request.energy else wish.section_energy,
        role=_role(request, wish),
    )


def _role(request: Request, usual: DanceWish) -> Role | None:
    return None if request.both_roles else request.role or usual.role


def _step(request: Request, kind: EditKind) -> int:
    return next((edit.step for edit in request.edits if edit.kind is kind and edit.region == "whole"), 0)


def _at_most(level: Difficulty, limit: Difficulty | None) -> Difficulty:
    return limit if limit is not None and limit.level < level.level else level


def _style(usual: Style, refused: frozenset[Style], energy: Energy) -> Style:
    if usual not in refused:
        return usual
    left: list[Style] = [style for style in (*STYLE_OF_ENERGY[energy], *Style) if style not in refused]
    return left[0] if left else usual
