"""Who uses Bachata Buddy: one account an e-mail address."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models, transaction
from django.db.models.functions import Lower

from ai_services.vocabulary import Difficulty, Energy, Role, Style


class AccountRole(models.TextChoices):
    """What an account may do; Django's `is_staff`, which opens the admin, follows it. Nobody raises their own."""

    DANCER = "dancer"
    INSTRUCTOR = "instructor"
    STAFF = "staff"


class UserManager(BaseUserManager["User"]):
    """Makes accounts that sign in with their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make and save an account; the address is stored in lower case."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make and save an account for staff with every right."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, role=AccountRole.STAFF, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the account of an address in any case."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractUser):
    """An account. The id is random: nobody can count the users."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = None  # type: ignore[assignment]  # Django's documented way to drop the field
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(unique=True)
    display_name = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=16, choices=AccountRole, default=AccountRole.DANCER)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="one_account_an_address"),)

    def __str__(self) -> str:
        return self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the account. A new one gets its preferences; another password, or being disabled, ends its sessions."""
        is_new, signs_out = self._state.adding, self._password is not None or not self.is_active  # type: ignore[attr-defined]
        with transaction.atomic(using=kwargs.get("using")):
            super().save(*args, **kwargs)
            if is_new:
                Preferences.objects.create(user=self)
            elif signs_out:
                self.sessions.all().delete()

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Return whether this account may do something in the admin: staff may, within what its pages allow."""
        return self.is_active and (self.is_staff or super().has_perm(perm, obj))

    def has_module_perms(self, app_label: str) -> bool:
        """Return whether this account sees a part of the admin."""
        return self.is_active and (self.is_staff or super().has_module_perms(app_label))

    def get_full_name(self) -> str:
        """Return the name others see."""
        return self.display_name or self.email.partition("@")[0]

    def get_short_name(self) -> str:
        """Return the name others see."""
        return self.get_full_name()


class Language(models.TextChoices):
    """The languages we speak."""

    ENGLISH = "en"
    SPANISH = "es"


class Preferences(models.Model):
    """What a dancer wants unless they say otherwise: one row an account, made with it."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="preferences", primary_key=True)
    difficulty = models.CharField(max_length=16, choices=Difficulty, default=Difficulty.BEGINNER)
    energy = models.CharField(max_length=8, choices=Energy, default=Energy.MEDIUM)
    style = models.CharField(max_length=12, choices=Style, default=Style.ROMANTIC)
    role = models.CharField(max_length=8, choices=Role, null=True, blank=True)  # noqa: DJ001 - null: both, or not said
    language = models.CharField(max_length=2, choices=Language, default=Language.ENGLISH)
    captions = models.BooleanField(default=True)
    """Show the names and counts of the moves over the video."""
    autosave = models.BooleanField(default=True)
    """Keep each finished choreography in the collection."""

    class Meta:
        verbose_name_plural = "preferences"

    def __str__(self) -> str:
        return f"preferences of {self.user_id}"


class Session(models.Model):
    """One sign-in on one device, for as long as its refresh token is exchanged in time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions")
    current_token = models.CharField(max_length=64)
    """The `jti` of the only refresh token that is still good."""
    device = models.CharField(max_length=200, blank=True)
    """What the browser or program called itself at the sign-in."""
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(auto_now=True)
    """Of its newest refresh token: an access token lives for minutes."""
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"session of {self.user_id}"
