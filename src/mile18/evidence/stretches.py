"""The muscles that cramp in runners, and the stretch for each, standing at the kerb."""

from typing import Final

from msgspec import Struct

from mile18.evidence.step import CAUTION, PRACTICAL, Step, step


class Muscle(Struct, frozen=True):
    """A muscle that cramps in runners, and how to lengthen it standing at the kerb.

    `position` holds only what is particular to this muscle; `stretch` is the whole sequence.
    `label` is the short word for a menu, `also` the further words a runner may type for it.
    """

    id: str
    key: str
    label: str
    name: str
    anatomy: str
    also: tuple[str, ...]
    position: tuple[Step, ...]
    helper: Step
    evidence: tuple[str, ...]
    instead: Step | None = None

    @property
    def stretch(self) -> tuple[Step, ...]:
        """The steps in order, from leaving the course to easing off (st-general-rule)."""
        return (OFF_COURSE, *self.position, HOLD_STEP, EASE_OFF)

    @property
    def heading(self) -> str:
        """The plain name with the anatomical one, such as "Calf, lower (soleus)"."""
        return f"{self.name} ({self.anatomy})"


HOLD_MARK_SECONDS: Final = 30
# A judgement: no source says how long is too long.
HELD_LONG_SECONDS: Final = 180

OFF_COURSE: Final = step(
    "Get off the course. Hold on to something solid.",
    "A",
    "st-general-rule",
    "firstaid-stop-stretch",
)
HOLD_STEP: Final = step(
    "No bouncing. Hold still until the cramp lets go.",
    "A",
    "firstaid-stop-stretch",
    "st-general-rule",
)
EASE_OFF: Final = step(
    "Ease off slowly. If it twitches again, stretch again.", "A", "st-general-rule"
)
HOLD_WHY: Final = step(
    "Stretching until it lets go is the best-supported step here.",
    "A",
    "firstaid-stop-stretch",
    why=True,
)
HOLD_MARK: Final = step(
    f"{HOLD_MARK_SECONDS} s is a mark to count by, not a tested dose.", "C", "firstaid-hold-seconds"
)
HELPER_NOTE: Final = step(
    "The opposite muscle may help it let go; not tested in runners.",
    "C",
    "antagonist-contraction",
    "st-antagonist-rule",
)

SEVERAL_MUSCLES: Final = step(
    "Several muscles at once? Sit or lie down, then read the stop signs.", "C", "st-help-and-danger"
)
FOR_THE_HELPER: Final = step(
    "Helper: one muscle at a time, slowly. Stop when the runner says so.", "C", "st-help-and-danger"
)
TEAR: Final = step(
    "Sharper pain, or a pop? Stop stretching. It may be a tear.",
    "C",
    "st-help-and-danger",
    note=CAUTION,
)
WONT_LET_GO: Final = step(
    "Over 10 minutes, or it will not let go? Sit down and send for the medics.",
    "C",
    "recur-ten-min",
    "st-help-and-danger",
    note=CAUTION,
)
STITCH: Final = step("A side stitch is no cramp: do not log it as one.", "A", "st-stitch-not-cramp")
CAUTIONS: Final = (SEVERAL_MUSCLES, FOR_THE_HELPER, TEAR, WONT_LET_GO, STITCH)

MUSCLES: Final = (
    Muscle(
        id="calf",
        key="c",
        label="calf",
        name="Calf, upper",
        anatomy="gastrocnemius",
        also=("upper calf", "calves"),
        position=(
            step("Cramped leg behind you, knee straight, toes forward.", "C", "st-calf"),
            step("Press that heel down, slowly.", "C", "st-calf"),
        ),
        helper=step(
            "Pull the toes up yourself, knee straight.", "C", "st-calf", "antagonist-contraction"
        ),
        evidence=("st-calf", "eamc-muscle-distribution"),
        instead=step(
            "Or: front of that foot on the edge of the kerb (curb), let the heel sink.",
            "C",
            "st-calf",
            note=PRACTICAL,
        ),
    ),
    Muscle(
        id="soleus",
        key="l",
        label="lower calf",
        name="Calf, lower",
        anatomy="soleus",
        also=("deep calf",),
        position=(
            step("Cramped leg behind you, toes forward.", "C", "st-soleus"),
            step("Bend that knee, heel down, slowly.", "C", "st-soleus"),
        ),
        helper=step(
            "Pull the toes up yourself, knee bent.", "C", "st-soleus", "st-antagonist-rule"
        ),
        evidence=("st-soleus", "eamc-multijoint-muscles"),
    ),
    Muscle(
        id="hamstring",
        key="h",
        label="hamstring",
        name="Back of thigh",
        anatomy="hamstring",
        also=("hamstrings",),
        position=(
            step(
                "Cramped leg's heel on the kerb (curb) ahead, knee nearly straight.",
                "C",
                "st-hamstring",
            ),
            step("Back flat. Bend forward at the hips, slowly.", "C", "st-hamstring"),
        ),
        helper=step(
            "Tighten the front of the thigh to straighten the knee.",
            "C",
            "st-hamstring",
            "st-antagonist-rule",
        ),
        evidence=("st-hamstring", "eamc-muscle-distribution"),
        instead=step("Or: sit with that leg straight in front of you.", "C", "st-hamstring"),
    ),
    Muscle(
        id="thigh",
        key="q",
        label="thigh",
        name="Front of thigh",
        anatomy="quadriceps",
        also=("quads",),
        position=(
            step("Stand on the good leg.", "C", "st-quad"),
            step("Other heel to the buttock, slowly. Knees level, hips forward.", "C", "st-quad"),
        ),
        helper=step(
            "Pull the heel back with the back of the thigh too.",
            "C",
            "st-quad",
            "st-antagonist-rule",
        ),
        evidence=("st-quad", "eamc-muscle-distribution"),
    ),
    Muscle(
        id="foot",
        key="f",
        label="foot",
        name="Foot or toes",
        anatomy="arch and toe muscles",
        also=("toes", "arch"),
        position=(
            step(
                "Shoe off if needed. Slowly pull toes and forefoot towards the shin.",
                "C",
                "st-foot",
            ),
            step("Then stand and press the toes up against the kerb (curb).", "C", "st-foot"),
        ),
        helper=step("Lift the toes yourself as well.", "C", "st-foot", "st-antagonist-rule"),
        evidence=("st-foot", "eamc-multijoint-muscles"),
    ),
    Muscle(
        id="adductor",
        key="a",
        label="adductor",
        name="Inner thigh",
        anatomy="adductors",
        also=("groin",),
        position=(
            step("Feet wide apart, cramped leg straight.", "C", "st-adductor"),
            step("Lunge sideways onto the good leg, slowly.", "C", "st-adductor"),
        ),
        helper=step("Press the cramped leg outwards.", "C", "st-adductor", "st-antagonist-rule"),
        evidence=("st-adductor",),
    ),
    Muscle(
        id="trunk",
        key="t",
        label="trunk",
        name="Front of trunk or hip",
        anatomy="abdominals, hip flexors",
        also=("hip flexors", "stomach", "belly"),
        position=(
            step(
                "Stand tall. Step back with the cramped side.", "C", "st-abdominal", note=PRACTICAL
            ),
            step(
                "Reach up and lean back gently. One hand may keep hold.",
                "C",
                "st-abdominal",
                note=PRACTICAL,
            ),
        ),
        helper=step("Tighten the buttock on that side.", "C", "st-antagonist-rule", note=PRACTICAL),
        evidence=("st-abdominal",),
    ),
)
