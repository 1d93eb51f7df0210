"""Which language model plans, by the settings: none, where nobody gave a key."""

from django.conf import settings

from ai_services.agent.messages import Provider


def provider_by_settings() -> Provider | None:
    """Return the provider that the settings name, or None: then the built-in planner plans."""
    if not settings.AGENT_ENABLED:
        return None
    chosen = settings.AGENT_PROVIDER
    if chosen in ("auto", "openai") and (settings.OPENAI_API_KEY or settings.OPENAI_BASE_URL):
        # The client takes a second to load: only a worker that uses it pays.
        from ai_services.agent.openai_chat import OpenAIChat  # noqa: PLC0415

        return OpenAIChat(
            model=settings.OPENAI_MODEL, api_key=settings.OPENAI_API_KEY, base_url=settings.OPENAI_BASE_URL
        )
    if chosen in ("auto", "gemini") and settings.GOOGLE_API_KEY:
        from ai_services.agent.gemini_chat import GeminiChat  # noqa: PLC0415

        return GeminiChat(model=settings.GEMINI_MODEL, api_key=settings.GOOGLE_API_KEY)
    return None
