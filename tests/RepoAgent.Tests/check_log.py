#!/usr/bin/env python3
"""Checks an agent step log against the record format, version 1.

Written from the format's text alone (docs/record-format.md), with the standard library only, so that it finds what an
implementation and its own tests would both get wrong.

usage: check_log.py LOG.jsonl     exit codes: 0 everything holds, 1 something does not (each problem a line), 2 wrong usage
"""
import base64
import decimal
import hashlib
import json
import os
import re
import sys

RUN_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,127}\Z")
SPAN_ID = re.compile(r"[0-9a-f]{16}\Z")
CRC_END = re.compile(rb',"crc":"([0-9a-f]{8})"\}\Z')
BIDI = set(map(chr, [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
FORBIDDEN = BIDI | {"\u2028", "\u2029"} | set(map(chr, range(0x20))) | set(map(chr, range(0x7F, 0xA0)))
MAX_LINE, MAX_ERROR, MAX_FRAME, MAX_CAUSE, MAX_CAUSE_TYPE = 65535, 4096, 512, 2048, 512

FIRST = ["v", "run_id", "step", "type", "ts", "mono_ms"]
OF_CALLS = ["duration_ms", "span_id", "parent_id"]
LAST = ["resumed", "redacted", "prev", "crc"]
ERROR = ["error", "error_blob", "error_type", "error_frames", "error_causes", "canceled"]
ROUTED = ["route", "method", "caller"]
TOKENS = ["input_tokens", "output_tokens", "cached_tokens", "reasoning_tokens"]
ITEMS = ["items", "first_item_ms", "items_left_out", "incomplete"]
OWN = {
    "run_start": ["agent", "agent_version", "task", "environment", "session_id", "user_id", "subject", "host", "pid", "runtime",
                  "library", "trace_id", "parent_run_id", "segment", "manifest", "log_key", "metadata"],
    "llm_call": [*ROUTED, "model", "provider", *TOKENS, "stop_reason", "response_id", "first_token_ms", "attempt",
                 "tools_offered", "tool_set", "input", "output", *ITEMS, "notes", "error"],
    "tool_call": [*ROUTED, "tool", "call_id", "attempt", "coerced", "input", "output", *ITEMS, "notes", "error"],
    "agent_call": [*ROUTED, "agent", "caller_id", "system_prompt", "system_prompt_sources", "user_prompt",
                   "user_prompt_sources", "input", "output", *ITEMS, *TOKENS, *("total_" + t for t in TOKENS), "notes",
                   "error"],
    "plan": ["facts", "plan"],
    "decision": ["kind", "message", "raw", "response", "parameters", "tool", "subagent", "skill", "callback_intent"],
    "callback": ["intent", "prompt", "target", "response"],
    "skill_invocation": ["skill", "parameters", "inventory"],
    "user_input": ["prompt", "response"],
    "user_output": ["role", "text"],
    "permission_request": ["tool", "action", "resource", "summary", "allowed", "remember_for_session"],
    "memory_operation": ["operation", "memory_uri", "scope", "mime_type", "title", "summary", "size_bytes", "version",
                         "metadata"],
    "event": ["name", "data"],
    "intent": ["tool", "agent", "model", "call_id", "input"],
    "gap": ["lost", "from_ts", "to_ts", "reason"],
    "recovery": ["offset", "length", "sha256"],
    "checkpoint": ["size", "root", "note"],
    "run_end": ["outcome", "answer", "error", "steps", "tool_calls", "llm_calls", "agent_calls", "events", "errors", *TOKENS,
                "duration_ms", "tools", "models", "error_types"],
}
OUTCOMES_OF_CALLS = {"llm_call", "tool_call", "agent_call"}
COUNTED_AS_STEPS = {"llm_call", "tool_call", "agent_call", "plan", "decision", "callback", "skill_invocation",
                    "user_input", "user_output", "permission_request", "memory_operation", "event"}
AFTER_RUN_END = {"checkpoint", "recovery"}


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def table_crc32c():
    """The same, a byte at a time; both must agree on the standard check value."""
    table = []
    for value in range(256):
        for _ in range(8):
            value = (value >> 1) ^ (0x82F63B78 if value & 1 else 0)
        table.append(value)

    def crc(data):
        state = 0xFFFFFFFF
        for byte in data:
            state = table[(state ^ byte) & 0xFF] ^ (state >> 8)
        return state ^ 0xFFFFFFFF

    assert crc(b"123456789") == crc32c(b"123456789") == 0xE3069283
    return crc


class Log:
    def __init__(self, path):
        self.path = path
        self.run_id = os.path.basename(path)[: -len(".jsonl")]
        self.problems = []
        self.records = []
        self.blobs_seen = 0
        self.crc = table_crc32c()

    def wrong(self, number, what):
        self.problems.append(f"line {number}: {what}")

    # -- bytes -------------------------------------------------------------------------------------------------------

    def read(self):
        with open(self.path, "rb") as file:
            data = file.read()
        if data.startswith(b"\xef\xbb\xbf"):
            self.wrong(0, "begins with a byte order mark")
        if not data.endswith(b"\n"):
            self.wrong(data.count(b"\n"), "does not end with LF: torn")
        previous = None
        for number, line in enumerate(data.split(b"\n")[:-1]):
            self.line(number, line, previous)
            previous = line

    def line(self, number, line, previous):
        if len(line) > MAX_LINE:
            self.wrong(number, f"has {len(line)} bytes, more than {MAX_LINE}")
        end = CRC_END.search(line)
        if not end:
            self.wrong(number, "does not end with a crc")
        elif int(end.group(1), 16) != self.crc(line[:-18]):
            self.wrong(number, "the crc does not fit the line")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as e:
            return self.wrong(number, f"is not UTF-8: {e}")
        for character in sorted(FORBIDDEN & set(text)):
            self.wrong(number, f"holds a raw U+{ord(character):04X}")
        if re.search(r"[ \t\r]", re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)):
            self.wrong(number, "holds insignificant white space")
        try:
            record = json.loads(text, object_pairs_hook=lambda pairs: self.unique(number, pairs),
                                parse_float=decimal.Decimal, parse_constant=lambda c: self.wrong(number, f"holds {c}"))
        except ValueError as e:
            return self.wrong(number, f"is not JSON: {e}")
        if not isinstance(record, dict):
            return self.wrong(number, "is not a JSON object")
        if "\\u" in text and any(0xD800 <= ord(c) < 0xE000 for c in json.dumps(record, ensure_ascii=False, default=str)):
            self.wrong(number, "holds a lone surrogate")
        self.link(number, record, previous)
        self.records.append((number, record))
        return None

    def unique(self, number, pairs):
        names = [name for name, _ in pairs]
        for name in {n for n in names if names.count(n) > 1}:
            self.wrong(number, f"has the key {name!r} twice")
        return dict(pairs)

    def link(self, number, record, previous):
        try:
            prev = base64.b64decode(record.get("prev", ""), validate=True)
        except (ValueError, TypeError):
            return self.wrong(number, "prev is not base64")
        if len(prev) != 32:
            self.wrong(number, f"prev has {len(prev)} bytes instead of 32")
        elif previous is None:
            if prev == bytes(32):
                self.wrong(number, "the header's prev is not random")
        elif prev != hashlib.sha256(b"\0" + previous).digest():
            self.wrong(number, "prev is not the leaf of the line before: the chain is broken here")
        return None

    # -- records -----------------------------------------------------------------------------------------------------

    def check_records(self):
        mono, ended = decimal.Decimal(-1), False
        for expected, (number, record) in enumerate(self.records):
            kind = record.get("type")
            if record.get("v") != 1:
                self.wrong(number, "v is not 1")
            if record.get("run_id") != self.run_id:
                self.wrong(number, f"run_id is {record.get('run_id')!r}, the file's is {self.run_id!r}")
            if record.get("step") != expected:
                self.wrong(number, f"step is {record.get('step')}, expected {expected}: steps are not dense")
            if (kind == "run_start") != (number == 0):
                self.wrong(number, "run_start stands first, and only there")
            self.times(number, record)
            for name in ("manifest", "tool_set"):
                if name in record:
                    self.shared(number, name, record[name])
            if isinstance(record.get("mono_ms"), (int, decimal.Decimal)):
                if record["mono_ms"] < mono:
                    self.wrong(number, "mono_ms goes back")
                mono = record["mono_ms"]
            self.order(number, record, kind)
            if kind in OUTCOMES_OF_CALLS:
                self.outcome(number, record)
            if ended and kind not in AFTER_RUN_END:
                self.wrong(number, f"{kind} stands after run_end")
            ended = ended or kind == "run_end"
            self.values(number, record)
        if not self.records:
            self.wrong(0, "there is no header")
        elif not RUN_ID.match(self.run_id):
            self.wrong(0, f"the run id {self.run_id!r} is not one")
        return ended

    def times(self, number, record):
        ts, mono = record.get("ts"), record.get("mono_ms")
        if not isinstance(ts, decimal.Decimal) or ts.as_tuple().exponent != -6:
            self.wrong(number, f"ts is {ts}, not seconds with six decimals")
        if not isinstance(mono, (int, decimal.Decimal)) or mono < 0:
            self.wrong(number, f"mono_ms is {mono}")

    def order(self, number, record, kind):
        names = list(record)
        if names[: len(FIRST)] != FIRST:
            self.wrong(number, f"begins with {names[:len(FIRST)]}")
        last = [name for name in LAST if name in names or name in ("prev", "crc")]
        if names[-len(last):] != last:
            self.wrong(number, f"ends with {names[-len(last):]}")
        if record.get("resumed", True) is not True:
            self.wrong(number, f"resumed is {record['resumed']!r}")
        if kind not in OWN:
            return      # a type that this version does not know
        calls = ["span_id", "parent_id"] if kind == "intent" else OF_CALLS if kind in OUTCOMES_OF_CALLS else []
        own = [field for name in OWN[kind] for field in (ERROR if name == "error" else [name])]
        known = FIRST + calls + own + LAST
        found = [name for name in names if name in known]
        if found != sorted(found, key=known.index):
            self.wrong(number, f"fields of {kind} stand in the order {found}")
        if calls and names[len(FIRST):len(FIRST) + 1] != calls[:1]:
            self.wrong(number, f"{calls[0]} does not follow mono_ms")
        for name, value in record.items():
            if value is None and not (name == "error" and kind in OUTCOMES_OF_CALLS) and name not in ("input", "output", "answer", "data"):
                self.wrong(number, f"{name} is null instead of absent")

    def outcome(self, number, record):
        if not SPAN_ID.match(str(record.get("span_id"))):
            self.wrong(number, f"span_id is {record.get('span_id')!r}")
        if not isinstance(record.get("duration_ms"), (int, decimal.Decimal)) or record["duration_ms"] < 0:
            self.wrong(number, f"duration_ms is {record.get('duration_ms')}")
        if record.get("route") not in ("direct", "table", "callee", "manual"):
            self.wrong(number, f"route is {record.get('route')!r}")
        if "error" not in record:
            self.wrong(number, "a call's outcome lacks error")
        elif record["error"] is None:
            for name in ("error_blob", "error_type", "error_frames", "error_causes", "canceled"):
                if name in record:
                    self.wrong(number, f"has {name} without an error")
        else:
            if not isinstance(record["error"], str) or len(record["error"].encode()) > MAX_ERROR:
                self.wrong(number, "error is no string of at most 4,096 bytes")
            frames = record.get("error_frames", [])
            if len(frames) > 3 or any(len(f.encode()) > MAX_FRAME for f in frames):
                self.wrong(number, "error_frames are more than three, or longer than 512 bytes")
            self.causes(number, record)

    def causes(self, number, record):
        causes = record.get("error_causes", [])
        if isinstance(causes, dict) and "$blob" in causes:
            return      # the blob is checked as such
        if not isinstance(causes, list) or len(causes) > 5 or ("error_causes" in record and not causes):
            return self.wrong(number, "error_causes are no array of one to five")
        above = 0
        for cause in causes:
            if not isinstance(cause, dict) or list(cause)[:3] != ["depth", "type", "message"]:
                return self.wrong(number, f"a cause is {cause!r}")
            depth, kind, message = cause["depth"], cause["type"], cause["message"]
            if not isinstance(depth, int) or depth < 1 or (above == 0 and depth != 1):
                self.wrong(number, f"a cause has the depth {depth!r}")
            if not isinstance(kind, str) or not isinstance(message, str):
                self.wrong(number, f"a cause is {cause!r}")
            elif len(kind.encode()) > MAX_CAUSE_TYPE or ("[redacted:" not in message and len(message.encode()) > MAX_CAUSE):
                self.wrong(number, "a cause is longer than 512 bytes of type and 2,048 of message")
            above = depth
        return None

    # -- values: blobs, hashes, redactions ---------------------------------------------------------------------------

    def values(self, number, value):
        if isinstance(value, dict):
            if "$blob" in value:
                self.blob(number, value)
            for name, inner in value.items():
                if name.startswith("$") and not name.startswith("$$") and name not in ("$blob", "$hash", "$thread"):
                    self.wrong(number, f"the key {name!r} begins with one $ and is none of the format's")
                self.values(number, inner)
        elif isinstance(value, list):
            for inner in value:
                self.values(number, inner)
        if isinstance(value, dict) and "redacted" in value and "crc" in value:
            for entry in value["redacted"]:
                self.redaction(number, value, entry)

    def blob(self, number, value):
        self.blobs_seen += 1
        name = re.match(r"sha256:([0-9a-f]{64})\Z", str(value["$blob"]))
        if not name:
            return self.wrong(number, f"$blob is {value['$blob']!r}")
        path = os.path.join(os.path.dirname(self.path), self.run_id + ".blobs", name.group(1))
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as e:
            return self.wrong(number, f"its blob cannot be read: {e}")
        if hashlib.sha256(data).hexdigest() != name.group(1):
            self.wrong(number, f"the blob {name.group(1)} was altered")
        if value.get("bytes") != len(data):
            self.wrong(number, f"the blob has {len(data)} bytes, the line says {value.get('bytes')}")
        return None

    def shared(self, number, field, value):
        name = re.match(r"sha256:([0-9a-f]{64})\Z", str(value))
        if not name:
            return self.wrong(number, f"{field} is {value!r}")
        path = os.path.join(os.path.dirname(self.path), "manifests", name.group(1) + ".json")
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as e:
            return self.wrong(number, f"its {field} cannot be read: {e}")
        if hashlib.sha256(data).hexdigest() != name.group(1):
            self.wrong(number, f"the {field} {name.group(1)} was altered")
        return None

    def redaction(self, number, record, entry):
        at = record
        try:
            for part in entry["at"].split("/")[1:]:
                part = part.replace("~1", "/").replace("~0", "~")
                at = at[int(part)] if isinstance(at, list) else at[part]
        except (KeyError, IndexError, ValueError, TypeError):
            return self.wrong(number, f"redacted names {entry.get('at')!r}, which is not there")
        if at != f"[redacted:{entry.get('kind')}]" and "[redacted-key-" not in entry["at"] and "[redacted:" not in str(at):
            self.wrong(number, f"{entry['at']} is redacted and holds a value")
        return None

    # -- the tree ----------------------------------------------------------------------------------------------------

    def check_tree(self):
        calls, intents = {}, {}
        for number, record in self.records:
            span = record.get("span_id")
            if record.get("type") == "intent":
                intents[span] = (number, record)
            elif record.get("type") in OUTCOMES_OF_CALLS:
                if span in calls:
                    self.wrong(number, f"the span {span} has two outcomes")
                calls[span] = (number, record)
        for span, (number, record) in intents.items():
            outcome = calls.get(span)
            if outcome is None:
                self.wrong(number, f"the intent {span} has no outcome")
            elif outcome[0] < number:
                self.wrong(number, f"the intent {span} stands after its outcome")
            elif outcome[1].get("parent_id") != record.get("parent_id"):
                self.wrong(number, f"the intent {span} and its outcome have different parents")
        for span, (number, record) in calls.items():
            if record["type"] == "agent_call" and span not in intents:
                self.wrong(number, "an agent call without an intent")
            above, seen = record.get("parent_id"), {span}
            if above is not None and above not in calls and above not in intents:
                self.wrong(number, f"its parent {above} is no call of this log")
            while above in calls and above not in seen:
                seen.add(above)
                above = calls[above][1].get("parent_id")
            if above in seen:
                self.wrong(number, "is its own ancestor")
            parent = calls.get(record.get("parent_id"))
            if parent and parent[0] < number:
                self.wrong(number, "ended after its parent")

    def check_end(self, ended):
        if not ended:
            return self.wrong(len(self.records), "there is no run_end: the run was abandoned")
        end = next(record for _, record in self.records if record.get("type") == "run_end")
        if end.get("outcome") not in ("completed", "failed", "canceled", "cancelled", "unknown"):
            self.wrong(end["step"], f"outcome is {end.get('outcome')!r}")
        steps = sum(record.get("type") in COUNTED_AS_STEPS for _, record in self.records)
        self.causes(end["step"], end)
        types = {}
        for _, record in self.records:
            if record.get("type") in OUTCOMES_OF_CALLS and record.get("error") is not None:
                kind = record.get("error_type", "(unknown)")
                types[kind] = types.get(kind, 0) + 1
        stated = {entry["type"]: entry["errors"] for entry in end.get("error_types", [])}
        if "error_types" in end and (stated != types or list(stated) != sorted(stated)):
            self.wrong(end["step"], f"run_end counts the errors {stated}, there are {types}")
        if end.get("steps", steps) != steps:
            self.wrong(end["step"], f"run_end counts {end['steps']} steps, there are {steps}")
        return None


def main(arguments):
    if len(arguments) != 1 or not arguments[0].endswith(".jsonl") or not os.path.isfile(arguments[0]):
        print(__doc__, file=sys.stderr)
        return 2
    log = Log(arguments[0])
    log.read()
    log.check_end(log.check_records())
    log.check_tree()
    for problem in log.problems:
        print(problem)
    kinds = [record.get("type") for _, record in log.records]
    print(f"{len(kinds)} lines, " + ", ".join(f"{kinds.count(k)} {k}" for k in dict.fromkeys(kinds))
          + f", {log.blobs_seen} blobs: " + (f"{len(log.problems)} problems" if log.problems else "everything holds"))
    return 1 if log.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
