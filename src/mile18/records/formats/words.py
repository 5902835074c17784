"""What a kind of session is, by the words of sites in several languages."""

import re

from mile18.records.activity import Sport

# Running, on a treadmill or a trail, in English, German, French, Spanish, Italian, Dutch, Portuguese.
_RUN = re.compile(
    r"\b(?:run|running|laufen|lauf|traillauf|traillaufen|trailrunning|laufband\w*|bahnlauf\w*|"
    r"course (?:à|a) pied|course|tapis|carrera|cinta|corsa|corrida|hardlopen|loopband|löpning|løb)\b",
    re.IGNORECASE,
)
_NO_RUN = re.compile(
    r"ski|langlauf|eislauf|inline|skat|roller|wheel|rad|orientierung", re.IGNORECASE
)
_STRENGTH = re.compile(
    r"strength|weight training|krafttraining|gewichtstraining|musculation|renforcement|"
    r"entra[iî]nement aux poids|fuerza|con pesas|pesi|forza|krachttraining|força|muscula[cç]",
    re.IGNORECASE,
)


def sport_of(kind: str) -> Sport:
    """Whether a word such as `Lauf`, `treadmill_running` or `Weight Training` is a run or strength."""
    said = kind.replace("_", " ").strip()
    if _STRENGTH.search(said):
        return "strength"
    return "run" if _RUN.search(said) and not _NO_RUN.search(said) else "other"
