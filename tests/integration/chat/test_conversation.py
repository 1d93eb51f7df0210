"""Saying what to dance, and changing it by talking: the built-in planner through job, fence and rows."""

from dataclasses import replace
from uuid import uuid4

import pytest

from ai_services.vocabulary import Category, Role
from choreography.chat.library import moves_for
from choreography.chat.requests import describe
from choreography.chat.vocabulary import category_word
from choreography.models import Blueprint, ChoreographyTask, Move, Song
from choreography.planning.inputs import PlannableMove
from common.errors import NotFoundError
from tests.factories import make_song
from tests.integration.chat.conftest import Say, all_moves, danced, names_of
from users.models import User

pytestmark = pytest.mark.django_db


class TestANewDance:
    def test_it_is_what_was_asked_for(self, say: Say) -> None:
        turn = say("intermediate playful to cafe con canela, one minute, no head rolls")

        task = turn.task
        assert task is not None and task.song is not None
        assert (task.difficulty, task.style, task.song.title) == ("intermediate", "playful", "Café con canela")
        assert task.duration_s == 60.0
        assert task.phase == "assembly"
        assert "headrolls" not in {segment["category"] for segment in danced(turn)}
        assert "playful intermediate" in turn.reply
        assert "assumed medium energy" in turn.reply

    def test_each_step_is_told_while_it_runs(self, say: Say) -> None:
        turn = say("slow romantic for beginners")

        steps = list(turn.steps.all())
        assert [step.tool for step in steps] == [
            "", "find_songs", "analyze_music", "generate_blueprint", "assemble_video",
        ]  # fmt: skip
        assert all(step.status == "done" and step.duration_ms is not None and step.result for step in steps)
        assert turn.task is not None and turn.task.song is not None
        assert turn.task.song.title == "Luna sobre el malecón"

    def test_the_answer_is_in_the_language_of_the_question(self, say: Say) -> None:
        turn = say("algo sensual y suavecito, nivel medio, sin giros")

        assert turn.reply.startswith("Un baile sensual de nivel intermedio con energía baja")
        assert "Sin giros de la dama ni giros múltiples" in turn.reply
        assert turn.conversation.language == "es"
        assert turn.steps.all()[0].title == "Lo que he entendido"

    def test_preferences_fill_what_is_not_said(self, say: Say, owner: User) -> None:
        owner.preferences.difficulty, owner.preferences.style = "intermediate", "sensual"
        owner.preferences.save()

        task = say("surprise me").task

        assert task is not None
        assert (task.difficulty, task.style) == ("intermediate", "sensual")

    def test_an_unclear_level_is_never_the_higher_one(self, say: Say) -> None:
        for said in ("beginner or advanced", "not too hard", "mi pareja avanzada y yo principiante", "dance"):
            turn = say(said)

            assert {segment["difficulty"] for segment in danced(turn)} == {"beginner"}, said

    def test_a_named_move_is_danced(self, say: Say) -> None:
        turn = say("advanced with a dip")

        assert any("dip" in name for name in names_of(turn))

    def test_named_moves_are_not_danced(self, say: Say) -> None:
        turn = say("advanced bolero, no dips")

        assert not any("dip" in name for name in names_of(turn))

    def test_a_dance_for_one_of_the_two_is_of_their_moves(self, say: Say) -> None:
        about = {str(move.id) for move in moves_for(all_moves(), Role.FOLLOW)}

        plain, asked = say("advanced"), say("advanced, something for the follow")
        changed = say("mejor para los dos", asked)

        shares = [[segment["move_id"] in about for segment in danced(turn)] for turn in (plain, asked, changed)]
        assert 2 * sum(shares[1]) >= len(shares[1])
        assert sum(shares[1]) > sum(shares[0])
        assert sum(shares[2]) < sum(shares[1])
        assert "With moves for the follow." in asked.reply

    def test_a_dance_that_is_there_becomes_one_for_the_lead(self, say: Say) -> None:
        turn = say("actually make it for the lead", say("advanced"))

        assert turn.task is not None and turn.task.blueprint is not None
        assert turn.task.blueprint.wish["role"] == "lead"
        assert "No move at this level is about the lead." in turn.reply

    def test_a_length_that_no_dance_has_is_said(self, say: Say) -> None:
        turn = say("3 hour choreography")

        assert "3 hours is more than I can do" in turn.reply
        assert turn.task is not None and turn.task.duration_s is None

    def test_like_last_time_goes_by_the_last_dance(self, say: Say) -> None:
        say("advanced sensual to fuego en la pista")

        task = say("like last time but romantic").task

        assert task is not None and task.song is not None
        assert (task.difficulty, task.style, task.song.title) == ("advanced", "romantic", "Fuego en la pista")

    def test_a_wish_that_leaves_nothing_is_answered_not_failed(self, say: Say) -> None:
        turn = say("no " + ", no ".join(category_word(kind, "en") for kind in Category))

        assert turn.task is not None
        assert (turn.task.status, turn.task.blueprint) == ("completed", None)
        assert turn.reply

    def test_an_energetic_dance_is_told_in_good_english(self, say: Say) -> None:
        assert say("energetic").reply.startswith("Your energetic beginner dance with ")

    def test_a_beginning_that_there_is_not_is_told_in_the_words_of_dancers(
        self, say: Say, library: list[PlannableMove]
    ) -> None:
        library[:] = [move for move in library if move.category is not Category.CROSS_BODY_LEAD]

        turn = say("algo romántico, que empiece con un paso cruzado")

        assert "La biblioteca no tiene cross bodies de este nivel." in turn.reply

    def test_a_beginning_that_is_there_already_is_not_denied(self, say: Say) -> None:
        turn = say("romantic, start with an intro")

        assert danced(turn)[0]["category"] == "intros"
        assert "The library has no" not in turn.reply

    @pytest.mark.parametrize("kind", Category)
    def test_no_x_never_yields_x(self, say: Say, kind: Category) -> None:
        for said in (f"advanced, no {category_word(kind, 'en')}", f"avanzado sin {category_word(kind, 'es')}"):
            segments = danced(say(said))

            assert kind.value not in {segment["category"] for segment in segments}, said


class TestQuestions:
    def test_two_songs_that_match_alike_are_asked_about_and_the_answer_completes_it(self, say: Say) -> None:
        make_song(None, "Noche de plata", tempo_bpm=124.0)
        make_song(None, "Noche de cobre", tempo_bpm=124.0)

        asked = say("advanced to the song noche")
        answered = say("the second one", after=asked)

        assert asked.is_question
        assert asked.task is not None and asked.task.blueprint is None
        assert "Noche de" in asked.reply
        task = answered.task
        assert task is not None and task.song is not None
        assert task.song.title.startswith("Noche")
        assert task.difficulty == "advanced"

    def test_a_song_that_is_not_there_is_said(self, say: Say) -> None:
        turn = say('to "Obsesión eterna", easy')

        assert turn.is_question
        assert "no song “Obsesión eterna”" in turn.reply

    def test_a_song_of_somebody_else_reads_like_an_unknown_one(self, say: Say, stranger: User) -> None:
        theirs = make_song(stranger, "Secreto", tempo_bpm=125.0)

        for said in (f"dance to {theirs.id}", f"dance to {uuid4()}", 'dance to "Secreto"'):
            turn = say(said)

            assert turn.is_question, said
            assert turn.task is not None and turn.task.song is None

    @pytest.mark.parametrize("said", ["hello", "asdfgh", "thanks", "what can you do?", "🤷", "why?"])
    def test_what_asks_for_no_dance_gets_words(self, say: Say, said: str) -> None:
        turn = say(said)

        assert turn.reply
        assert turn.task is not None
        assert (turn.task.status, turn.task.blueprint) == ("completed", None)

    def test_without_any_song_it_says_so(self, say: Say) -> None:
        Song.objects.all().delete()

        assert "no song to dance to" in say("romantic").reply


class TestChanges:
    @pytest.mark.parametrize(
        "said",
        ["slower ending", "harder second half", "swap the second move for a turn", "start with footwork", "no basics",
         "more turns", "final más lento", "cambia el tercer paso por una sombra", "acaba con una onda"],
    )  # fmt: skip
    def test_only_what_is_named_changes_and_the_diff_says_what(self, say: Say, said: str) -> None:
        first = say("intermediate to cafe con canela")

        second = say(said, after=first)

        before, after = danced(first), danced(second)
        changed = {row["first_beat"] for row in second.diff}
        assert 0 < len(second.diff) < len(before)
        kept = [segment for segment in before if segment["target"]["first_beat"] not in changed]
        new = {segment["target"]["first_beat"]: segment for segment in after}
        for segment in kept:
            assert new[segment["target"]["first_beat"]]["move_id"] == segment["move_id"]
        assert "→" in second.reply or "new" in second.reply or "nuevo" in second.reply
        assert second.task is not None and first.task is not None
        assert second.task.choreography_id == first.task.choreography_id
        assert second.task.blueprint is not None and second.task.blueprint.number == 2

    def test_a_slower_ending_is_calmer_in_the_last_quarter_only(self, say: Say) -> None:
        first = say("intermediate to cafe con canela")

        second = say("slower ending", after=first)

        end_s = danced(first)[-1]["target"]["end_s"]
        assert all(row["time_s"] > end_s * 0.6 for row in second.diff)

    def test_a_harder_second_half_is_harder_there(self, say: Say) -> None:
        first = say("beginner to cafe con canela")

        second = say("harder second half", after=first)

        levels = [segment["difficulty"] for segment in danced(second)]
        half = len(levels) // 2
        assert set(levels[: half - 1]) == {"beginner"}
        assert "intermediate" in levels[half:]
        assert "advanced" not in levels

    def test_undo_dances_the_version_before_and_shows_its_video(self, say: Say) -> None:
        first = say("intermediate to cafe con canela")
        ChoreographyTask.objects.filter(id=first.task_id).update(
            output_prefix="choreographies/a/1", output_duration_s=60
        )
        say("start with footwork", after=first)

        undone = say("undo", after=first)

        assert undone.task is not None and first.task is not None
        assert undone.task.blueprint_id == first.task.blueprint_id
        assert undone.task.status == "completed"
        assert undone.task.output_prefix == ""
        assert Blueprint.objects.filter(choreography=first.task.choreography).count() == 2
        assert "Undone" in undone.reply

    def test_undo_to_a_plan_whose_clip_was_replaced_dances_the_new_one(
        self, say: Say, library: list[PlannableMove]
    ) -> None:
        first = say("intermediate to cafe con canela")
        say("start with footwork", after=first)
        moves = {move.move_id: place for place, move in enumerate(library)}
        replaced = moves[danced(first)[1]["move_id"]]
        library[replaced] = replace(library[replaced], clip_sha256="f" * 64)
        Move.objects.filter(id=library[replaced].move_id).update(clip_sha256="f" * 64)

        undone = say("undo", after=first)

        assert undone.task is not None and undone.task.blueprint is not None and first.task is not None
        assert (undone.task.error_code, undone.task.phase) == ("", "assembly")
        assert undone.task.blueprint.parent == first.task.blueprint
        assert [segment["name"] for segment in danced(undone)] == [segment["name"] for segment in danced(first)]
        assert danced(undone)[1]["clip_sha256"] == "f" * 64
        assert undone.reply.endswith(f"“{danced(first)[1]['name']}” is danced from its new clip.")
        assert [(row["before"], row["after"]) for row in undone.diff] == [(danced(first)[1]["name"],) * 2]

    def test_undo_says_which_move_is_gone_in_the_language_of_who_asks(
        self, say: Say, library: list[PlannableMove]
    ) -> None:
        first = say("intermediate to cafe con canela")
        say("start with footwork", after=first)
        gone = danced(first)[1]
        library[:] = [move for move in library if move.move_id != gone["move_id"]]
        Move.objects.filter(id=gone["move_id"]).delete()

        undone = say("deshaz", after=first)

        assert undone.reply.startswith("Deshecho")
        assert undone.reply.endswith(f"Otro paso ocupa el lugar de «{gone['name']}».")
        assert (undone.diff[0]["before"], undone.diff[0]["after"]) == (gone["name"], danced(undone)[1]["name"])

    def test_undo_without_a_change_says_so(self, say: Say) -> None:
        first = say("intermediate to cafe con canela")

        assert "nothing to undo" in say("undo", after=first).reply
        assert "no dance to change" in say("undo").reply

    def test_another_song_is_another_dance_by_the_same_wish(self, say: Say) -> None:
        first = say("advanced sensual to cafe con canela")

        second = say("another song", after=first)

        assert first.task is not None and second.task is not None and second.task.song is not None
        assert second.task.song.title != "Café con canela"
        assert (second.task.difficulty, second.task.style) == ("advanced", "sensual")
        assert second.task.choreography_id != first.task.choreography_id

    def test_shorter_keeps_the_beginning(self, say: Say) -> None:
        first = say("intermediate to cafe con canela")

        second = say("shorter", after=first)

        assert danced(second)[-1]["target"]["end_s"] < 0.75 * danced(first)[-1]["target"]["end_s"]
        assert names_of(second)[:3] == names_of(first)[:3]

    def test_again_but_romantic_is_romantic(self, say: Say) -> None:
        first = say("playful intermediate to cafe con canela")

        second = say("again but romantic", after=first)

        assert second.task is not None and first.task is not None
        assert (second.task.style, second.task.difficulty) == ("romantic", "intermediate")
        assert second.task.choreography_id == first.task.choreography_id

    def test_a_banned_move_is_gone_and_stays_gone(self, say: Say) -> None:
        first = say("advanced to cafe con canela")
        kinds = [segment["category"] for segment in danced(first)]
        kind = Category(next(kind for kind in kinds if kind not in ("intros", "outro", "basic")))

        second = say(f"no more {category_word(kind, 'en')}", after=first)
        third = say("again", after=second)

        for turn in (second, third):
            assert kind.value not in {segment["category"] for segment in danced(turn)}

    def test_a_locked_move_is_left_alone(self, say: Say) -> None:
        first = say("intermediate to cafe con canela")
        assert first.task is not None
        opening = danced(first)[0]["target"]["first_beat"]
        Blueprint.objects.filter(id=first.task.blueprint_id).update(locked=[opening])

        second = say("start with footwork", after=first)

        assert "locked" in second.reply
        assert second.task is not None and second.task.blueprint is None

    def test_a_move_is_explained_without_a_new_video(self, say: Say) -> None:
        first = say("intermediate to cafe con canela")

        turn = say("why the second move?", after=first)

        assert names_of(first)[1] in turn.reply
        assert "Lead:" in turn.reply and "“Keep it small.”" in turn.reply
        assert turn.task is not None and turn.task.blueprint is None


def test_a_conversation_of_somebody_else_is_not_there(say: Say, stranger: User) -> None:
    turn = say("romantic")

    with pytest.raises(NotFoundError):
        describe(user=stranger, sentence="undo", conversation_id=turn.conversation_id)
