"""How many examples a law is held against: a few that never change, or 2,000 of any seed."""

from typing import Any

from hypothesis import HealthCheck, Phase, settings

# The explain phase takes minutes on a profile of 70 answers.
PHASES = Phase.explicit, Phase.generate, Phase.shrink
settings.register_profile(
    "few",
    deadline=None,
    derandomize=True,
    database=None,
    phases=PHASES,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "every", settings.get_profile("few"), derandomize=False, max_examples=2000
)


def load(*, every: bool) -> None:
    """Let what is drawn from here on be held against every example, or a few."""
    settings.load_profile("every" if every else "few")


def few(examples: int, **more: Any) -> settings:
    """So many examples where each takes long: in `make test` alone, `make laws` tries them all."""
    usual = settings()
    return settings(max_examples=examples if usual.derandomize else usual.max_examples, **more)
