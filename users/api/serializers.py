"""What the account addresses take and give."""

from rest_framework import serializers

from users.models import AccountRole, Preferences, Session, User
from users.sessions import SESSION_CLAIM

SESSION_KINDS = (("cookie", "the refresh token lives in an HttpOnly cookie"), ("token", "it is in the answer"))


class PreferencesSerializer(serializers.ModelSerializer[Preferences]):
    """What a dancer wants unless they say otherwise."""

    class Meta:
        model = Preferences
        fields = ("difficulty", "energy", "style", "role", "language", "captions", "autosave")
        extra_kwargs = {
            "role": {"help_text": "Whose part is learnt; null: both.", "allow_blank": False},
            "captions": {"help_text": "Show the names and counts of the moves over the video."},
            "autosave": {"help_text": "Keep each finished choreography in the collection."},
        }


class UserSerializer(serializers.ModelSerializer[User]):
    """An account as its owner sees it."""

    display_name = serializers.CharField(source="get_full_name", read_only=True)
    role = serializers.ChoiceField(choices=AccountRole.choices, read_only=True)
    preferences = PreferencesSerializer(read_only=True)

    class Meta:
        model = User
        fields = ("id", "email", "display_name", "role", "preferences")
        read_only_fields = fields


class MeChangeSerializer(serializers.ModelSerializer[User]):
    """What one may change of one's own account; the role is not in it."""

    class Meta:
        model = User
        fields = ("display_name",)


class AddressField(serializers.EmailField):
    """An e-mail address in lower case, as accounts keep it; its length is checked after (İ becomes two characters)."""

    def to_internal_value(self, data: str) -> str:
        """Return the address in lower case."""
        return super().to_internal_value(data).lower()


class LoginSerializer(serializers.Serializer[User]):
    """Address and password; `session` says where the refresh token goes."""

    email = AddressField(max_length=254)
    password = serializers.CharField(max_length=128, trim_whitespace=False, write_only=True)
    session = serializers.ChoiceField(choices=SESSION_KINDS, default="token")


class RegisterSerializer(LoginSerializer):
    """A new account."""

    display_name = serializers.CharField(max_length=80, required=False, default="", allow_blank=True)


class RefreshSerializer(serializers.Serializer[None]):
    """The refresh token, unless it comes in the cookie."""

    refresh = serializers.CharField(required=False, max_length=2048)


class RefreshedSerializer(serializers.Serializer[None]):
    """A new access token."""

    access = serializers.CharField()
    access_expires_in_s = serializers.IntegerField()
    refresh = serializers.CharField(allow_null=True, help_text="Null where the cookie carries it.")


class SessionSerializer(RefreshedSerializer):
    """Tokens and whose they are."""

    user = UserSerializer()


class PasswordConfirmationSerializer(serializers.Serializer[None]):
    """The password again, for what cannot be undone."""

    password = serializers.CharField(max_length=128, trim_whitespace=False, write_only=True)


class PasswordChangeSerializer(serializers.Serializer[None]):
    """Another password; `session` says where the new refresh token goes, as at the sign-in."""

    current_password = serializers.CharField(max_length=128, trim_whitespace=False, write_only=True)
    new_password = serializers.CharField(max_length=128, trim_whitespace=False, write_only=True)
    session = serializers.ChoiceField(choices=SESSION_KINDS, default="token")


class DeliverySerializer(serializers.Serializer[None]):
    """How a link to a new password reaches whoever asks for it."""

    delivery = serializers.ChoiceField(
        choices=(
            ("email", "by mail"),
            ("console", "it is written where the site's programs run"),
            ("none", "this site sends no mail"),
        )
    )


class ResetLinkSerializer(serializers.Serializer[None]):
    """The address of the account whose password is forgotten."""

    email = AddressField(max_length=254)


class NewPasswordSerializer(serializers.Serializer[None]):
    """Another password, and what the link holds: `#uid/token`."""

    uid = serializers.UUIDField()
    token = serializers.CharField(max_length=128, write_only=True)
    new_password = serializers.CharField(max_length=128, trim_whitespace=False, write_only=True)


class DeviceSerializer(serializers.ModelSerializer[Session]):
    """One sign-in on one device."""

    current = serializers.SerializerMethodField(help_text="The session that asks.")

    class Meta:
        model = Session
        fields = ("id", "device", "created_at", "last_used_at", "expires_at", "current")
        read_only_fields = fields
        extra_kwargs = {"device": {"help_text": "What the browser or program calls itself; may be empty."}}

    def get_current(self, session: Session) -> bool:
        return bool(str(session.id) == self.context["request"].auth.get(SESSION_CLAIM))
