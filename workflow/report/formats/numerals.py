"""Numbers of lists in their printed forms."""


def format_number(value: int, form: str) -> str:
    """A number as word processors print it: decimal, a letter or a Roman numeral."""
    if form in ("upperRoman", "lowerRoman"):
        text = _to_roman(value)
        return text if form == "upperRoman" else text.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(65 + (value - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    return str(value)


def _to_roman(value: int) -> str:
    text = ""
    for amount, sign in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
                         (5, "V"), (4, "IV"), (1, "I")):  # fmt: skip
        while value >= amount:
            text, value = text + sign, value - amount
    return text
