"""The form of what an operator writes about learning records."""

from typing import Final

from game.content.shape import Field, File, Form, Record, Text, Whole, optional

_ADDRESS: Final = Form(r"^https?://[^\s/@?#]+(/[^\s?#]*)?$", "a web address without a user, a query or a mark", 300)
_PROXY: Final = Form(
    r"^https?://[^\s/@?#]+$", "a proxy such as http://proxy.school.example:3128, without a password", 300
)

RECORDS_FILE: Final = File(
    "Learning records",
    "Who asks for learning records, and the store that they are sent to.",
    Record(
        {
            "format": Field(Whole(1, 1), "the version of this file's format: 1"),
            "name": Field(Text(80), "who asks for the records; players read it where they decide"),
            "address": optional(_ADDRESS, "the xAPI endpoint, such as https://lrs.example.org/xAPI; none: only kept"),
            "key_file": optional(Text(200), "a file with the key and the secret on one line, as key:secret"),
            "proxy": optional(_PROXY, "the way out of the network of a school or a company"),
            "ca_bundle": optional(Text(200), "a file with the authorities to trust instead of the usual ones"),
        }
    ),
)
