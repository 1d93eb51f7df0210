"""What the collection's addresses take and give."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.api.serializers import ResultSerializer, SongNameSerializer
from choreography.generation import outputs
from choreography.models import ChoreographyTask
from common.api.fields import LineField
from common.links import LONGEST_DAYS
from common.media import media_url
from user_collections.models import (
    FASTEST,
    LOOP_NAME_LENGTH,
    MAX_TAGS_EACH,
    NOTES_LENGTH,
    SLOWEST,
    TAG_LENGTH,
    TITLE_LENGTH,
    SavedChoreography,
    SavedLoop,
    ShareLink,
)
from user_collections.selectors import ORDERINGS, Statistics, Wanted

SEARCH_LENGTH, BULK_MAX, BEATS_MAX = 100, 200, 5_000
LONGEST_SONG_S, LONGEST_PRACTICE_S = 660.0, 4 * 3600.0
SHARE_DAYS = 30


class TagField(LineField):
    """A tag: one line in lower case, so that the same word is the same tag."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=TAG_LENGTH, **options)

    def to_internal_value(self, data: Any) -> str:
        """Return the tag."""
        return super().to_internal_value(data).lower()


class TagsField(serializers.ListField):
    """Tags without repetition, in the order they were given."""

    child = TagField()

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=MAX_TAGS_EACH, **options)

    def to_internal_value(self, data: Any) -> list[str]:
        """Return each tag once."""
        return list(dict.fromkeys(super().to_internal_value(data)))


class WantedSerializer(serializers.Serializer[None]):
    """Which entries, in which order."""

    search = serializers.CharField(
        required=False, max_length=SEARCH_LENGTH, allow_blank=True, help_text="Words of title, song, notes, tags"
    )
    difficulty = serializers.ChoiceField(choices=Difficulty.choices, required=False)
    energy = serializers.ChoiceField(choices=Energy.choices, required=False)
    style = serializers.ChoiceField(choices=Style.choices, required=False)  # type: ignore[assignment]  # leaves the class
    tag = TagsField(required=False, help_text="Entries that have all of these")
    song_id = serializers.UUIDField(required=False)
    choreography_id = serializers.UUIDField(required=False)
    favourite = serializers.BooleanField(required=False, allow_null=True, default=None)
    saved_from = serializers.DateField(required=False, help_text="First day (UTC)")
    saved_until = serializers.DateField(required=False, help_text="Last day (UTC)")
    ordering = serializers.ChoiceField(choices=tuple(ORDERINGS), required=False)

    def to_wanted(self) -> Wanted:
        """Return what is asked for."""
        return Wanted(**self.validated_data)


class SavedWishSerializer(serializers.Serializer[None]):
    """How it is danced."""

    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    energy = serializers.ChoiceField(choices=Energy.choices)
    style = serializers.ChoiceField(choices=Style.choices)  # type: ignore[assignment]  # leaves the class


class VideoSerializer(serializers.Serializer[None]):
    """The newest finished video; addresses are signed and good for an hour or more."""

    task_id = serializers.UUIDField()
    video_url = serializers.CharField()
    poster_url = serializers.CharField()
    captions_url = serializers.CharField()
    duration_s = serializers.FloatField()


class SavedSerializer(serializers.ModelSerializer[SavedChoreography]):
    """An entry of the collection."""

    choreography_id = serializers.UUIDField()
    song = SongNameSerializer(source="choreography.song")
    wish = serializers.SerializerMethodField(help_text="Null where no plan is left.")
    video = serializers.SerializerMethodField(help_text="Null while there is none.")
    loop_count = serializers.IntegerField()
    share_count = serializers.IntegerField(help_text="Links that are open now.")

    class Meta:
        model = SavedChoreography
        fields = (
            "id", "choreography_id", "title", "notes", "tags", "favourite", "song", "wish", "video",
            "practised_s", "last_practised_at", "stopped_at_s", "loop_count", "share_count", "created_at", "updated_at",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(SavedWishSerializer(allow_null=True))
    def get_wish(self, saved: SavedChoreography) -> dict[str, str] | None:
        version = saved.choreography.current
        return {name: version.wish.get(name) for name in ("difficulty", "energy", "style")} if version else None

    @extend_schema_field(VideoSerializer(allow_null=True))
    def get_video(self, saved: SavedChoreography) -> dict[str, Any] | None:
        task: ChoreographyTask | None = next(iter(getattr(saved.choreography, "finished", ())), None)
        if task is None:
            return None
        return {"task_id": str(task.id), "duration_s": task.output_duration_s, **video_urls(task)}


def video_urls(task: ChoreographyTask) -> dict[str, str]:
    """Return the signed addresses of a task's video, poster and captions."""
    files = (("video_url", outputs.VIDEO), ("poster_url", outputs.POSTER), ("captions_url", outputs.CAPTIONS))
    return {name: media_url(outputs.key(task.output_prefix, file)) for name, file in files}


class ChangeSavedSerializer(serializers.Serializer[None]):
    """One's own words on an entry."""

    title = LineField(max_length=TITLE_LENGTH, required=False)
    notes = serializers.CharField(max_length=NOTES_LENGTH, required=False, allow_blank=True)
    tags = TagsField(required=False)
    favourite = serializers.BooleanField(required=False)


class SaveSerializer(ChangeSavedSerializer):
    """Which choreography to save; without a title it has its song's."""

    choreography_id = serializers.UUIDField()


class ChosenSerializer(serializers.Serializer[None]):
    """Several entries; ids that are not yours or not there are passed over."""

    ids = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=BULK_MAX)


class BulkTagSerializer(ChosenSerializer):
    """Tags for several entries."""

    add = TagsField(required=False, default=list)
    remove = TagsField(required=False, default=list)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a request that says nothing."""
        if not attrs["add"] and not attrs["remove"]:
            raise serializers.ValidationError("Say which tags to add or to remove.")
        return attrs


class ChangedSerializer(serializers.Serializer[None]):
    """How many entries it was done to."""

    changed = serializers.IntegerField()


class StatisticsSerializer(serializers.Serializer[Statistics]):
    """What a collection holds; counts by name."""

    saved = serializers.IntegerField()
    favourites = serializers.IntegerField()
    practised = serializers.IntegerField(help_text="Entries that were practised at all.")
    minutes = serializers.FloatField(help_text="Of video.")
    practised_minutes = serializers.FloatField()
    difficulties = serializers.DictField(child=serializers.IntegerField())
    energies = serializers.DictField(child=serializers.IntegerField())
    styles = serializers.DictField(child=serializers.IntegerField())
    tags = serializers.DictField(child=serializers.IntegerField(), help_text="The most used first.")


class PracticeSerializer(serializers.Serializer[None]):
    """What the player tells when practice pauses."""

    practised_s = serializers.FloatField(
        min_value=0, max_value=LONGEST_PRACTICE_S, help_text="Since it was told last; added to what there is."
    )
    stopped_at_s = serializers.FloatField(
        min_value=0, max_value=LONGEST_SONG_S, required=False, allow_null=True, default=None
    )


class LoopSerializer(serializers.ModelSerializer[SavedLoop]):
    """A kept stretch: beats of the song's grid, counted from 0, the end not included."""

    name = LineField(max_length=LOOP_NAME_LENGTH)
    start_beat = serializers.IntegerField(min_value=0, max_value=BEATS_MAX)
    end_beat = serializers.IntegerField(min_value=1, max_value=BEATS_MAX)
    speed = serializers.FloatField(min_value=SLOWEST, max_value=FASTEST, required=False)

    class Meta:
        model = SavedLoop
        fields = ("id", "name", "start_beat", "end_beat", "speed", "created_at")
        read_only_fields = ("id", "created_at")


class AskShareSerializer(serializers.Serializer[None]):
    """How long a link is open."""

    days = serializers.IntegerField(min_value=1, max_value=LONGEST_DAYS, required=False, default=SHARE_DAYS)


class ShareSerializer(serializers.ModelSerializer[ShareLink]):
    """A link that is open."""

    class Meta:
        model = ShareLink
        fields = ("id", "created_at", "expires_at")
        read_only_fields = fields


class NewShareSerializer(ShareSerializer):
    """A new link with its address, which is told this once."""

    url = serializers.CharField(help_text="Page of the web app, told only now.")

    class Meta:
        model = ShareLink
        fields = (*ShareSerializer.Meta.fields, "url")
        read_only_fields = fields


class SharedSerializer(ResultSerializer):
    """What a link shows: the choreography and nothing of whose it is."""

    title = serializers.CharField()
    song = SongNameSerializer()
    expires_at = serializers.DateTimeField()
