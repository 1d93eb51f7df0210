"""What a plan says of itself, in both languages."""

import inspect
import re
from dataclasses import replace
from itertools import product
from typing import get_args

import numpy as np
import pytest

from ai_services.vocabulary import Category, Difficulty, Energy, Role, SectionLabel, Style
from choreography.planning.errors import NoMoveOfThatDifficultyError
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography
from choreography.planning.wording import wording
from choreography.planning.wording.sentences import Loudness, Way, WhyNot, Wording
from common.language import LANGUAGES

METHODS = [name for name, _ in inspect.getmembers(Wording, inspect.isfunction) if not name.startswith("_")]
ENGLISH = re.compile(r"\b(the|is|are|and|moves?|music|energy|style|than|only|basic|verse|chorus)\b", re.IGNORECASE)
SPANISH = re.compile(r"\b(la|el|los|las|de|que|una?|es|son|con)\b", re.IGNORECASE)


def sentences(language) -> list[str]:
    words = wording(language)
    places = [*SectionLabel, "break", "phrase"]
    return [
        *(
            words.music(p, loud, c, suits_well=w)
            for p, loud, c, w in product(places, get_args(Loudness), Category, (0, 1))
        ),
        *(words.level(d, speed) for d, speed in product(Difficulty, (0.9, 1.0, 1.05))),
        *(words.about(role) for role in Role),
        *(words.off_role(n, 9, role, f) for n, role, f in product((0, 1, 2), Role, (0, 1, 4))),
        *(words.returns(label) for label in SectionLabel),
        words.opens(),
        words.flows("Ola"),
        words.cuts("Ola"),
        *(words.off_style(n, 9, s, f, e) for n, s, f, e in product((1, 5), Style, (0, 1, 4), (None, Energy.LOW))),
        *(words.off_energy(n, 9, e, f, s) for n, e, f, s in product((1, 5), Energy, (0, 1, 4), (None, Style.SENSUAL))),
        *(words.stretched(n, 0.15, 0.12, 158.0) for n in (1, 3)),
        *(words.soon_again(basics=b, within=4) for b in (True, False)),
        words.often(20, 6, "Ola", 4),
        *(words.below(d) for d in Difficulty),
        *(words.without_kind(c) for c in Category),
        *(words.without_move(n, r) for n, r in product(("Ola", ""), get_args(WhyNot))),
        words.shorter(100.0, 120.0),
        words.many_cuts(9, 10),
        words.unclear_beat(),
        *(
            words.more_variety(n, t, v)
            for n, t, v in product((0, 1, 3), (None, (118, 6)), (None, (Difficulty.INTERMEDIATE, 15)))
        ),
        words.empty_library(),
        words.no_such_level(Difficulty.ADVANCED, {Difficulty.BEGINNER: 3, Difficulty.INTERMEDIATE: 1}),
        words.no_counts(),
        words.all_left_out(),
        words.one_left("Ola"),
        words.one_follows(128.0),
        *(words.out_of_reach(170.0, r, w) for r, w in product((None, (95.0, 150.0)), (None, *get_args(Way)))),
        words.no_sequence(63.0),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_whole(language):
    said = sentences(language)

    assert len(said) > len(METHODS) > 15
    for sentence in said:
        assert re.fullmatch(r"[A-ZÁÉÍÓÚ0-9].*[^.\s]\.", sentence), sentence
        assert "  " not in sentence
        assert "_" not in sentence
        assert "None" not in sentence


def test_the_spanish_is_spanish():
    for sentence in sentences("es"):
        assert not ENGLISH.search(sentence), sentence
        assert not any(value in sentence for value in ("romantic", "energetic", "playful", "beginner", "advanced"))
    assert all(SPANISH.search(sentence) for sentence in sentences("es"))


def test_a_plan_is_the_same_dance_in_both_languages(song, library, reference):
    wishes = [Wish(Difficulty.BEGINNER, Energy.HIGH, Style.ROMANTIC, language=language) for language in LANGUAGES]

    english, spanish = (plan_choreography(song, reference(song), library[:20], wish) for wish in wishes)

    assert [s.move_id for s in english.segments] == [s.move_id for s in spanish.segments]
    assert len(english.compromises) == len(spanish.compromises) > 0
    assert not set(english.compromises) & set(spanish.compromises)
    assert spanish.segments[0].why.endswith("Con este paso empieza el baile.")


def test_why_is_true(song, library, reference):
    blueprint = plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED))

    for before, segment in zip((None, *blueprint.segments), blueprint.segments, strict=False):
        speed = (segment.source.end_s - segment.source.start_s) / (segment.target.end_s - segment.target.start_s)
        assert segment.difficulty.label in segment.why
        assert segment.category.spoken in segment.why
        if abs(speed - 1) >= 0.01:
            assert f"{abs(speed - 1):.0%} {'faster' if speed > 1 else 'slower'} than filmed" in segment.why
        if before is not None:
            assert before.name in segment.why
            assert ("flows from" in segment.why) == (segment.seam.kind == "flow")
        section = next(p for p in blueprint.sections if p.start_s <= segment.target.start_s + 0.9 < p.end_s)
        assert segment.why.startswith(f"The {section.label.value} ")


def test_a_refusal_is_in_the_language_of_the_wish(song, library, reference):
    easy = [move for move in library if move.difficulty is Difficulty.BEGINNER]

    for language, told in (("en", "it has 20 beginner."), ("es", "tiene 20 de nivel principiante.")):
        with pytest.raises(NoMoveOfThatDifficultyError) as refused:
            plan_choreography(song, reference(song), easy, Wish(Difficulty.ADVANCED, language=language))
        assert str(refused.value).endswith(told)


def test_repeats_are_told_with_what_would_mend_them(song, make_move, reference):
    def beginners(tempo_bpm, numbers):
        beats_s = np.arange(33) * 60 / tempo_bpm
        fields = {"difficulty": Difficulty.BEGINNER, "beat_times_s": beats_s, "states": None}
        return [make_move(number, **fields, count1_beats=np.arange(0, 33, 8)) for number in numbers]

    fast = [replace(move, beat_times_s=move.beat_times_s * 0.87) for move in beginners(128.0, range(3))]
    few, slow = beginners(128.0, range(3)), beginners(104.0, range(10, 16))
    hard = [replace(move, difficulty=Difficulty.INTERMEDIATE) for move in beginners(128.0, range(20, 25))]

    def told(*moves):
        return " ".join(plan_choreography(song, reference(song), moves, Wish(Difficulty.BEGINNER)).compromises)

    assert "Only 3 moves of this level can follow this song: it takes new clips." in told(*few)
    assert "For more variety choose a song near 115 beats a minute, which 9 can follow." in told(*few, *slow)
    assert "For more variety choose an intermediate dance, which has 5 more." in told(*few, *hard)
    assert "No move of this level comes near the tempo of this song" in told(*fast)
    assert "For more variety" not in told(*few, *beginners(128.0, range(30, 60)))


def test_why_a_move_is_there_reads_as_one_would_say_it():
    words = wording("en")

    assert words.music(SectionLabel.VERSE, "even", Category.HIPROLLS, suits_well=True) == (
        "The verse flows evenly and calls for hip rolls."
    )
    assert words.music("break", "strong", Category.INTROS, suits_well=False) == (
        "The music breaks off; the best fit: an intro move."
    )
