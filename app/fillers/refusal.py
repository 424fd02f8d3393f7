"""Why an answer was not written."""


class Unwritable(Exception):
    """This answer cannot stand at this place; its message is the reason, one sentence for the user."""


SIGNATURE = "Signatures are written by hand: sign it yourself."
NO_PLACE = "This file has no place for the answer: copy it out instead."
LOCKED = "The buyer has locked this place."
PLACE_GONE = "The place of the answer is not in the file."
TAKEN = "Another answer goes to the same place."
EMPTY = "The answer is empty."
NO_ANSWER = "No answer yet."
NO_QUESTION = "There is no such question in this file."
FORMULA = "The buyer's own formula stands here."
TOO_LONG = "The answer is longer than this place can hold."
DAMAGED = "The buyer's field is damaged."
