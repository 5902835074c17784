"""What a text on screen must not say, as a short list of rules.

A net for slips, not a proof: it reads one sentence at a time, and a negation earlier in the same
clause excuses a match ("did not prevent cramps") where the rule allows it.
"""

import re
from dataclasses import dataclass

_CRAMP = r"(?:\w+ ){0,3}(?:cramp\w*|EAMC)"
_CHANCE = r"(?:risk|chance|likelihood|probability|odds)s?"
_LEVEL = r"(?:low|lower|medium|moderate|high|higher)"
# A distance, a time or a temperature beside the word "chance" is no figure for the chance.
_FIGURE = r"\d+(?:[.,]\d+)?(?!\d)(?![.,:]\d|\s?(?:km|k|mi|miles?|h|min|s|°C)\b)"
_SALT_OR_WATER = (
    r"(?:dehydration|(?:salt|sodium|electrolyte|fluid) (?:loss|deficit)"
    r"|lack of (?:salt|sodium|water|fluids?|electrolytes?|magnesium|potassium))"
)
_MEDICINE = (
    r"(?:medicines?|medications?|drugs?|statins?|inhalers?|diuretics?|tablets?|pills?"
    r"|prescriptions?|insulin|beta-blockers?|water tablets?)"
)
_ADVISED = r"(?:^|[,;:(–] ?|\b(?:you|can|could|may|might|should|always|just|then|and|or|to) )"
_NOT_FOR_CRAMPS = (
    r"(?:quinine|tonic water|ibuprofen|NSAIDs?|anti-inflammator\w+|painkillers?|an? (?:IV )?drip)"
)

_NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|forget)\b)|no(?! doubt\b)|never|none|nobody|nothing|neither|nor"
    r"|cannot|without(?! doubt\b)|whether|unknown|unclear|unproven|(?:little|thin) (?:evidence|proof)"
    r")\b|n't\b",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(
    r"[;:]\s|\s–\s|,?\s(?:but|yet|so)\s|,\sand\s|\sand\s+$"
    r"|^(?:if|when|because|since|as|after|before|unless)\b[^,]*,",
    re.IGNORECASE,
)
_ASK_FIRST = re.compile(r"\bbefore (?:you |anyone |they )?(?:ever )?$", re.IGNORECASE)
_CALLED_UNTESTED = re.compile(
    r"unvalidated|untested|tradition|\bnot (?:been )?(?:validated|tested|shown|proven)"
    r"|\b(?:no|without|lack of) scientific|\b(?:do not|never) rely",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing no text may say, and what makes a match harmless."""

    why: str
    pattern: re.Pattern[str]
    negation_excuses: bool = True
    excused_before: re.Pattern[str] | None = None
    excused_anywhere: re.Pattern[str] | None = None

    def excuses(self, sentence: str, start: int) -> bool:
        """Whether the words around a match at this index make it harmless."""
        before = sentence[:start]
        if self.negation_excuses and _NEGATION.search(_CLAUSE_BREAK.split(before)[-1]):
            return True
        if self.excused_before and self.excused_before.search(before):
            return True
        return bool(self.excused_anywhere and self.excused_anywhere.search(sentence))


def _rule(why: str, *alternatives: str) -> Rule:
    return Rule(why, _any(alternatives))


def _any(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


RULES: tuple[Rule, ...] = (
    Rule("exclamation mark", _any((r"!",)), negation_excuses=False),
    _rule(
        "a figure or level for the risk of cramp",
        rf"\b{_CHANCE} (?:of|that) {_CRAMP}\b.{{0,30}}?{_FIGURE}",
        rf"\bcramp(?:ing)? {_CHANCE}\b.{{0,30}}?{_FIGURE}",
        rf"{_FIGURE}(?:(?!\bnot\b).){{0,30}}?\b(?:{_CHANCE} of {_CRAMP}|cramp(?:ing)? {_CHANCE})\b",
        rf"\b{_LEVEL} (?:cramp(?:ing)? {_CHANCE}|{_CHANCE} of {_CRAMP})\b",
        rf"\b(?:cramp(?:ing)? {_CHANCE}|{_CHANCE} of {_CRAMP})(?::| is| looks)? {_LEVEL}\b",
    ),
    _rule(
        "prevention claimed",
        rf"\bprevent(?:s|ed|ing)? {_CRAMP}\b",
        rf"\b(?:stop|keep|ward)s? {_CRAMP} (?:from|before|away|off|at bay)\b",
        r"\bcramp-(?:free|proof)\b",
        r"\bno more cramps\b",
    ),
    _rule("cure claimed", r"\bcure[sd]?\b", r"\bcuring\b"),
    _rule("guarantee", r"\bguarantee\w*"),
    _rule("proof claimed", r"\b(?:clinically|scientifically|medically) (?:proven|tested)\b"),
    Rule(
        "tells to stop or change a medicine",
        _any(
            (
                r"\bstop(?:ping)? taking\b",
                r"\b(?:stop|quit|skip|drop|halve|reduce|lower|change|pause|leave out|cut out"
                r"|come off|stopping|skipping|changing)"
                rf" (?:your|the|an?|any|this|that|these|those|all) (?:(?!salt|sodium)[\w-]+ )?{_MEDICINE}\b",
            )
        ),
        excused_before=_ASK_FIRST,
    ),
    _rule(
        "drinking without a limit",
        r"\bdrink(?:ing)? as much\b",
        r"\bas much (?:\w+ ){0,2}as (?:you (?:can|like|want)|possible)\b",
        r"\bdrink(?:ing)? (?:plenty|lots)\b",
        r"\b(?:ahead of|beyond) (?:your )?thirst\b",
        r"\bbefore you (?:are|feel|get) thirsty\b",
    ),
    _rule(
        "plays down a warning sign",
        r"\b(?:just|only|merely|simply|probably) (?:just )?a cramp\b",
        r"\bnothing to worry about\b",
    ),
    _rule(
        "calls running safe",
        r"\bsafe (?:for you )?(?:to|for) (?:run|rac|start|continu|carry|keep|go|train)\w*",
        r"\bmakes? (?:running|racing|it) safe\b",
        r"\bsafely (?:run|race|continue|start)\b",
    ),
    Rule(
        "cools before asking for breath",
        _any((r"\bcold water (?:all over )?first\b", r"\bcool(?:ing)? (?:comes )?first\b")),
        negation_excuses=False,
        excused_anywhere=re.compile(r"\bbreath", re.IGNORECASE),
    ),
    _rule("runs through trouble", r"\b(?:run|push|race)(?:ning|ing)? through (?:the|a|your|it)\b"),
    Rule(
        "the neck check as permission",
        _any((r"\b(?:above|below) the neck\b", r"\bneck[ -]check\b")),
        negation_excuses=False,
        excused_anywhere=_CALLED_UNTESTED,
    ),
    _rule(
        "recommends quinine, a painkiller or a drip",
        rf"{_ADVISED}(?:try|take|drink|sip|use(?! of)|have|carry|pack|get|ask for) (?:\w+ ){{0,3}}?{_NOT_FOR_CRAMPS}",
        rf"\b{_NOT_FOR_CRAMPS} (?:(?:can|may|will) )?(?:helps?|works?|eases?|relieves?|stops?)\b",
        r"\b(?:quinine|tonic water|painkillers?) (?:is|are) recommended\b",
    ),
    _rule(
        "names salt or water as the cause",
        rf"\b{_SALT_OR_WATER} (?:is the|is what|causes?|brings on)\b",
        rf"\bcramps? (?:is|are|come|comes) (?:(?!not )\w+ )?(?:caused by|from|due to) {_SALT_OR_WATER}",
    ),
    Rule(
        "says salt or water never matter",
        _any(
            (
                r"\b(?:de)?hydration (?:does not|doesn't|never) matters?\b",
                r"\b(?:salt|sodium|electrolytes|fluids) (?:do not|does not|don't|doesn't|never) matters?\b",
            )
        ),
        negation_excuses=False,
    ),
    _rule(
        "calls the app's own questions validated",
        r"\bvalidated (?:scale|questionnaire|score|test|questions|model)\b",
    ),
    _rule(
        "promises a result",
        r"\byou(?:'ll| will) (?:finish (?:in|under)|make it|beat|not cramp)\b",
        r"\byou(?:'ll| will) never cramp\b",
        r"\b(?:goal|time|pace) is achievable\b",
    ),
    _rule(
        "a verdict on the person",
        r"\byou(?:'re| are) (?:unfit|unprepared|lazy|overweight|not ready|too (?:slow|heavy|old))\b",
        r"\byou(?:'re| are) (?:at (?:low|high) risk|doomed|cramp-prone)\b",
        r"\byou (?:have )?failed\b",
    ),
)


def problems(text: str) -> list[str]:
    """What this one text (a claim, a label, a paragraph; not a whole screen) must not say."""
    plain = " ".join(text.replace("’", "'").split())
    return [
        f"{rule.why}: {match.group().strip()!r}"
        for sentence in re.split(r"(?<=[.?!])[\"'”)]?\s+", plain)
        for rule in RULES
        for match in rule.pattern.finditer(sentence)
        if not rule.excuses(sentence, match.start())
    ]
