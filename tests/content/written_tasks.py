"""Tasks without faults, to be put on the desk of the written level."""

from tests.content.written import FILES

DESK = FILES["letter/level.yaml"][
    FILES["letter/level.yaml"].index("    offers:\n") : FILES["letter/level.yaml"].index("  bus:\n")
]
PACKING = """\
    packing:
      ask: What goes where?
      places: {hand: By hand, home: At home}
      things:
        card: {text: The card, belongs: [hand], because: It is needed.}
        copy: {text: The copy, belongs: [home], because: It is safe there.}
        shoes: {text: Shoes, belongs: [hand], because: It is far.}
        letter: {text: The letter, belongs: [home], because: It can be read again.}
    choices:
      all-well:
        after: [right >= 4]
        text: All is in its place.
        because: She thought of it.
        to: home
      some:
        after: otherwise
        text: Some is in its place.
        because: It was late.
        to: bus
"""
CONTRACT = """\
    contract:
      ask: What does she ask about?
      from: The agency
      lines:
        pay: {text: Pay, sign: warning, because: It is not named.}
        hours: {text: Hours, sign: good, because: They are named.}
        rest: {text: Rest, sign: good, because: It is named.}
        bed: {text: A bed, sign: good, because: It is named.}
        end: {text: No end, sign: warning, because: It has to end.}
    choices:
"""
REST_DAY = """\
    rest_day:
      ask: How?
      slots: {morning: Morning, evening: Evening}
      activities:
        sleep: {text: Sleep, in: [morning], gives: {rest: 2}}
        choir: {text: Choir, in: [morning], gives: {people: 2}}
        walk: {text: A walk, in: [evening], gives: {rest: 1}}
        call: {text: A call, in: [evening], gives: {people: 1}}
    choices:
"""
_REPLIES = """{
          a: {text: Who?, good: true, answer: Me., because: Ask.},
          b: {text: Yes, good: false, answer: Good., because: No.}}"""
PHONE = f"""\
    phone:
      with: clerk
      turns:
        one: {{text: Hello, replies: {_REPLIES}}}
        two: {{text: Now?, replies: {_REPLIES}}}
        six: {{text: Pay?, replies: {_REPLIES}}}
    choices:
"""
_ENTRIES = """{
          a: {text: Ten, amount: 10, right: true},
          b: {text: Two, amount: 2, right: false}}"""
WAGE_BOOK = f"""\
    wage_book:
      ask: What?
      unit: hours
      days:
        mon: {{text: Long, because: So., entries: {_ENTRIES}}}
        tue: {{text: Long, because: So., entries: {_ENTRIES}}}
        wed: {{text: Long, because: So., entries: {_ENTRIES}}}
    choices:
"""
