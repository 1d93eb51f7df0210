"""What a password is refused for, where Django's own words are none that we would say."""

from django.contrib.auth.password_validation import UserAttributeSimilarityValidator

from common.sentences import as_spoken

TOO_SIMILAR = "The password is too much like your e-mail address."


class SimilarityValidator(UserAttributeSimilarityValidator):
    """Refuses what looks like the address (Django's Spanish says “similar a la de email”)."""

    def get_error_message(self) -> str:
        """Return the refusal in the language of the request."""
        return as_spoken(TOO_SIMILAR)
