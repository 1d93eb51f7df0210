"""The counts of songs, as a table, as JSON, as a picture, as clicks."""

import json
import wave
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from choreography.songs.listening import HeardSong, listen
from choreography.songs.telling import song_document, song_table
from common.errors import BuddyError
from video_processing.media.whole_file import whole_file
from video_processing.music.clicks import click_track
from video_processing.music.grid import SongAnalysis
from video_processing.music.picture import write_picture
from video_processing.music.spectra import SAMPLE_RATE_HZ


@dataclass(frozen=True)
class Answer:
    """What was found in a song; its sound is not kept."""

    title: str
    analysis: SongAnalysis


class Command(BaseCommand):
    help = (
        "Find the counts of songs: tempo, beats, count 1, sections, energy. With --json nothing but JSON on standard "
        "output: one object, or for several songs a list in their order."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("songs", metavar="FILE", nargs="+", help="a song file, or the id of a song")
        parser.add_argument("--json", action="store_true", help="for programs; a song that fails is {error: {...}}")
        parser.add_argument("--plot", type=Path, metavar="PNG", help="a picture; for several songs a folder")
        parser.add_argument("--click", type=Path, metavar="WAV", help="the song with clicks; for several a folder")

    def handle(self, *args: Any, **options: Any) -> None:
        songs: list[str] = options["songs"]
        many = len(songs) > 1
        plots, clicks = _targets(options["plot"], ".png", songs), _targets(options["click"], ".wav", songs)
        answers: list[Answer | BuddyError] = []
        for song, plot, click in tqdm(
            list(zip(songs, plots, clicks, strict=True)), unit="song", desc="Listening", disable=None if many else True
        ):
            answers.append(_answer(song, plot, click))
        if options["json"]:
            documents = [_document(answer) for answer in answers]
            self.stdout.write(json.dumps(documents if many else documents[0], ensure_ascii=False))
        else:
            tables = [song_table(answer.title, answer.analysis) for answer in answers if isinstance(answer, Answer)]
            self.stdout.write("\n\n".join(tables))
        failed = [(song, answer) for song, answer in zip(songs, answers, strict=True) if not isinstance(answer, Answer)]
        if failed:
            raise CommandError("\n".join(f"{song}: {error}" for song, error in failed))


def _targets(given: Path | None, suffix: str, songs: list[str]) -> list[Path | None]:
    """Return the file for each song: as given for one, in a folder for several, songs of one name told apart."""
    if given is None or len(songs) == 1:
        return [given] * len(songs)
    targets: list[Path | None] = []
    for song in songs:
        name, number = Path(song).stem, 2
        target = given / f"{name}{suffix}"
        while target in targets:
            target, number = given / f"{name}-{number}{suffix}", number + 1
        targets.append(target)
    return targets


def _answer(given: str, plot: Path | None, click: Path | None) -> Answer | BuddyError:
    try:
        song = listen(given)
        if plot is not None:
            write_picture(song.samples, song.analysis, song.title, plot)
        if click is not None:
            _write_clicks(song, click)
    except BuddyError as error:
        return error
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}") from error
    return Answer(song.title, song.analysis)


def _write_clicks(song: HeardSong, destination: Path) -> None:
    samples = click_track(song.samples, song.analysis.grid, SAMPLE_RATE_HZ)
    with whole_file(destination) as partial, wave.open(str(partial), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE_HZ)
        file.writeframes(np.rint(samples * 32767).astype("<i2").tobytes())


def _document(answer: Answer | BuddyError) -> dict[str, Any]:
    if isinstance(answer, BuddyError):
        return {"error": {"code": answer.code, "reason": str(answer)}}
    return song_document(answer.analysis)
