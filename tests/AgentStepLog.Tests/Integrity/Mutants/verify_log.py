#!/usr/bin/env python3
"""A second verifier of agent step logs, written from the text of docs/record-format.md alone, with the standard library only.

usage: verify_log.py LOG...     prints a line for each: its verdict, a tab, and the first thing that is wrong
       verify_log.py -          the same for each path that comes by standard input
"""
import base64
import decimal
import hashlib
import json
import os
import re
import stat
import sys
import threading
import zlib

MILDEST_FIRST = ["SelfConsistent", "BlobMissing", "Torn", "BlobAltered", "Tampered"]
RUN_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,127}\Z")
DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?\Z", re.S)
REFERENCE = re.compile(r"sha256:([0-9a-f]{64})\Z")
SPAN = re.compile(r"[0-9a-f]{16}\Z")
DIGITS = re.compile(r"[0-9]+\Z")
TAIL = re.compile(rb',"crc":"([0-9a-f]{8})"\}\Z')
ESCAPED_ALWAYS = set(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
MAX_LINE, MAX_LOOKED_INTO, MAX_MS, MAX_COUNT = 65535, 96 * 1024 * 1024, decimal.Decimal(300_000_000_000_000), 2**63 - 1
FIRST_SECOND, LAST_SECOND = decimal.Decimal(-62_135_596_800), decimal.Decimal("253402300799.999999")

FIRST = ["v", "run_id", "step", "type", "ts", "mono_ms"]
CALLS = {"llm_call", "tool_call", "agent_call"}
TOKENS = ["input_tokens", "output_tokens", "cached_tokens", "reasoning_tokens"]
CALL = ["route", "method", "caller", "call_id", "attempt", "coerced", "items", "first_item_ms", "items_left_out", "incomplete", "bytes_read",
        "bytes_written", "notes", "error_blob", "error_type", "error_frames", "error_causes", "canceled"]
NEVER_NULL = {
    "run_start": ["agent", "agent_version", "task", "environment", "session_id", "user_id", "subject", "host", "pid", "runtime", "library", "trace_id",
                  "parent_run_id", "segment", "manifest", "log_key", "metadata"],
    "llm_call": [*CALL, *TOKENS, "model", "provider", "stop_reason", "response_id", "first_token_ms", "tools_offered", "tool_set"],
    "tool_call": [*CALL, "tool"],
    "agent_call": [*CALL, *TOKENS, *("total_" + t for t in TOKENS), "agent", "caller_id", "system_prompt", "system_prompt_sources", "user_prompt",
                   "user_prompt_sources"],
    "plan": TOKENS, "decision": ["kind", "message", "tool", "subagent", "skill", "callback_intent"], "callback": ["intent", "prompt", "target"],
    "skill_invocation": ["skill", "inventory"], "user_input": ["prompt"], "user_output": ["role", "text"],
    "permission_request": ["tool", "action", "resource", "summary", "allowed", "remember_for_session"],
    "memory_operation": ["operation", "memory_uri", "scope", "mime_type", "title", "summary", "size_bytes", "version", "metadata"],
    "event": ["name"], "intent": ["tool", "agent", "model", "call_id"], "gap": ["lost", "from_ts", "to_ts", "reason"],
    "recovery": ["offset", "length", "sha256"], "checkpoint": ["size", "root", "note"],
    "run_end": [*TOKENS, "outcome", "error", "error_blob", "error_type", "error_frames", "error_causes", "error_types", "steps", "tool_calls", "llm_calls", "agent_calls", "events",
                "errors", "tools", "models"],
}
EVERYWHERE = [*FIRST, "duration_ms", "span_id", "parent_id", "resumed", "redacted", "prev", "crc"]


class Wrong(Exception):
    """Something contradicts the text."""


class Number(str):
    """A number as it is spelled."""


class Object(list):
    """An object's members, in their order."""

    def get(self, name):
        return next((value for key, value in self if key == name), None)

    def names(self):
        return [key for key, _ in self]


def crc_table():
    table = []
    for value in range(256):
        for _ in range(8):
            value = (value >> 1) ^ (0x82F63B78 if value & 1 else 0)
        table.append(value)
    return table


CRC_TABLE = crc_table()


def crc32c(data):
    state = 0xFFFFFFFF
    for byte in data:
        state = CRC_TABLE[(state ^ byte) & 0xFF] ^ (state >> 8)
    return state ^ 0xFFFFFFFF


def unique(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise Wrong("has a key twice in one object")
    return Object(pairs)


def constant(name):
    raise Wrong(f"holds {name}")


def parse(text):
    try:
        value = json.loads(text, object_pairs_hook=unique, parse_int=Number, parse_float=Number, parse_constant=constant)
    except ValueError as e:
        raise Wrong(f"is no valid JSON: {e}") from e
    if "\\u" in text or any(0xD800 <= ord(c) < 0xE000 for c in text):
        stack = [value]
        while stack:
            inner = stack.pop()
            if isinstance(inner, list):
                stack.extend(part for item in inner for part in (item if isinstance(item, tuple) else (item,)))
            elif isinstance(inner, str) and any(0xD800 <= ord(c) < 0xE000 for c in inner):
                raise Wrong("holds half a surrogate pair")
    return value


def is_text(value):
    return isinstance(value, str) and not isinstance(value, Number)


def is_count(value):
    return isinstance(value, Number) and DIGITS.match(value) is not None and int(value) <= MAX_COUNT


def checksum_fits(line):
    end = TAIL.search(line)
    return len(line) > 18 and end is not None and int(end.group(1), 16) == crc32c(line[:-18])


# -- files --------------------------------------------------------------------------------------------------------------


def regular(path, root):
    """What is wrong with a name as that of a file, or None. A link may lead to a regular file of the same directory."""
    mode = os.lstat(path).st_mode
    if stat.S_ISLNK(mode):
        target = os.path.realpath(path)
        if not target.startswith(os.path.realpath(root) + os.sep):
            return "is a link that leads out of its directory"
        try:
            mode = os.stat(path).st_mode
        except OSError:
            return "is a link to nothing"
    return None if stat.S_ISREG(mode) else "is no regular file"


def unpack(data):
    """The plain bytes of a gzip file as far as they go, and what is wrong with it: a verdict and words, or None."""
    plain, at, members = bytearray(), 0, 0
    cut = lambda where: (bytes(plain), ("Torn", f"ends within its {where}"))
    bad = lambda what: (bytes(plain), ("Tampered", what))
    while at < len(data) or members == 0:
        head = data[at:]
        if not head:
            return cut("header: it is empty")
        if head[0] != 0x1F or (len(head) > 1 and head[1] != 0x8B):
            return bad("has bytes behind its end" if members else "does not begin as gzip does")
        if len(head) < 10:
            return cut("header")
        if head[2] != 8:
            return bad("states another method than deflate")
        if head[3] & 0xE0:
            return bad("sets reserved flags")
        flags, end = head[3], 10
        if flags & 4:
            if len(head) < 12:
                return cut("header")
            end += 2 + int.from_bytes(head[10:12], "little")
        for flag in (8, 16):
            if flags & flag:
                zero = head.find(b"\0", end)
                if zero < 0:
                    return cut("header")
                end = zero + 1
        if end > len(head):
            return cut("header")
        if flags & 2:
            if len(head) < end + 2:
                return cut("header")
            if int.from_bytes(head[end:end + 2], "little") != zlib.crc32(head[:end]) & 0xFFFF:
                return bad("has a header whose checksum does not fit")
            end += 2
        inflate, begin = zlib.decompressobj(-15), len(plain)
        at += end
        while not inflate.eof:
            if at == len(data):
                return cut("data")
            try:
                plain += inflate.decompress(data[at:at + 1])
            except zlib.error as e:
                return bad(f"is no deflate: {e}")
            at += 1
        if len(data) < at + 8:
            return cut("trailer")
        if int.from_bytes(data[at:at + 4], "little") != zlib.crc32(plain[begin:]) or int.from_bytes(data[at + 4:at + 8], "little") != (len(plain) - begin) & 0xFFFFFFFF:
            return bad("has a trailer that does not fit")
        at, members = at + 8, members + 1
    return bytes(plain), None


class File:
    """A file of a run: what it holds, unpacked, and what its first line says of its place."""

    def __init__(self, path, number):
        self.path, self.number, self.packed = path, number, path.endswith(".gz")
        with open(path, "rb") as file:
            data = file.read()
        self.data, self.flaw = unpack(data) if self.packed else (data, None)
        first, end, _ = self.data.partition(b"\n")
        self.whole = bool(end) and len(first) <= MAX_LINE and checksum_fits(first)
        self.run_id = self.segment = self.step = None
        if self.whole:
            try:
                header = parse(first.decode("utf-8"))
                segment = header.get("segment") if isinstance(header, Object) else None
                if isinstance(header, Object) and header.get("type") == "run_start" and is_text(header.get("run_id")) \
                        and (segment is None or re.match(r"-?[0-9]+\Z", segment if isinstance(segment, Number) else "")) and is_count(header.get("step")):
                    self.run_id, self.segment, self.step = header.get("run_id"), int(segment or 1), int(header.get("step"))
            except (Wrong, UnicodeDecodeError):
                pass

    def is_first_of(self, run_id):
        return self.run_id == run_id and self.segment == 1 and self.step == 0


def stem_of(name):
    name = name[:-3] if name.endswith(".gz") else name
    return name[:-6] if name.endswith(".jsonl") and len(name) > 6 else None


class Run:
    """The files of the run that one of them belongs to."""

    def __init__(self, path):
        path = path + ".gz" if not os.path.lexists(path) and os.path.lexists(path + ".gz") else path
        path = os.path.realpath(path)
        self.directory = os.path.dirname(path)
        if regular(path, self.directory):
            raise OSError(f"{path} is no regular file")
        self.findings, self.files, self.strays = [], [], []
        asked, stem = File(path, 1), stem_of(os.path.basename(path))
        self.run_id = asked.run_id
        if stem is None:
            self.files = [asked]
            return
        name, following = stem, re.match(r"(.+)\.([1-9][0-9]*)\Z", stem, re.S)
        if following and 1 < int(following.group(2)) < 2**31 and not asked.is_first_of(stem):
            first = os.path.join(self.directory, following.group(1) + ".jsonl")
            if asked.segment == int(following.group(2)) or os.path.lexists(first) or os.path.lexists(first + ".gz"):
                name = following.group(1)
        self.list(name, asked.run_id or name)
        self.files = self.files or [asked]

    def list(self, name, run_id):
        found = []
        for entry in sorted(os.listdir(self.directory)):
            stem = stem_of(entry)
            if stem is None or not (stem == name or re.match(r"\.[0-9]+\Z", stem[len(name):]) and stem.startswith(name)):
                continue
            digits, path = stem[len(name) + 1:], os.path.join(self.directory, entry)
            number = 1 if not digits else int(digits) if digits[0] != "0" and 1 < int(digits) < 2**31 else 0
            if flaw := regular(path, self.directory):
                self.strays.append(f"{entry} {flaw}")
                continue
            file = File(path, number)
            if number != 1 and file.is_first_of(stem):
                continue        # another run's
            if number == 0:
                self.strays.append(f"{entry} has a number that no file of a run has")
            else:
                found.append(file)
        firsts = [file for file in found if file.number == 1]
        self.run_id = (firsts[0].run_id if firsts else None) or run_id
        for file in sorted(found, key=lambda f: (f.number, f.packed)):
            name = os.path.basename(file.path)
            if file.number > 1 and file.whole and (file.run_id != self.run_id or file.segment != file.number):
                self.strays.append(f"{name} is none of the run's")
            elif self.files and self.files[-1].number == file.number:
                plain = self.files[-1].data
                if file.flaw or file.data != plain:
                    self.findings.append(file.flaw or ("Tampered", f"{name} holds other bytes than the plain file"))
            else:
                self.files.append(file)

    def bytes(self):
        """The run's lines, files one after the other, less what is passed over; and whether any was."""
        log, passed_over = bytearray(), False
        for i, file in enumerate(self.files):
            later = [f.step for f in self.files[i + 1:] if f.step is not None]
            data = file.data
            if later:
                lines = max(0, min(later) - (min(later) if file.step is None and i else file.step or 0))
                end = 0
                for _ in range(lines):
                    at = data.find(b"\n", end)
                    if at < 0:
                        end = len(data)
                        break
                    end = at + 1
                passed_over |= end < len(data)
                data = data[:end]
            log += data
        return bytes(log), passed_over

    def head(self):
        """How many lines the head knows of; None where there is no head that can be used."""
        path = os.path.join(self.directory, f"{self.run_id}.head")
        try:
            if not RUN_ID.match(self.run_id or "") or regular(path, self.directory):
                return None
            with open(path, "rb") as file:
                data = file.read()
            if not data.endswith(b"\n") or not checksum_fits(data[:-1]):
                return None
            head = parse(data.decode("utf-8"))
            return int(head.get("lines")) if head.get("run_id") == self.run_id else None
        except (OSError, ValueError, Wrong, AttributeError, TypeError):
            return None


# -- lines --------------------------------------------------------------------------------------------------------------


class Verifier:
    def __init__(self, path):
        self.run = Run(path)
        self.verdict, self.why = "SelfConsistent", "nothing contradicts itself"
        self.run_id, self.leaf, self.mono, self.segment, self.ended = None, None, decimal.Decimal(0), 1, False
        self.lines, self.blobs, self.threads = 0, {}, {}

    def found(self, verdict, why):
        if MILDEST_FIRST.index(verdict) > MILDEST_FIRST.index(self.verdict):
            self.verdict, self.why = verdict, why

    def verify(self):
        for stray in self.run.strays:
            self.found("Tampered", stray)
        for verdict, why in [*self.run.findings, *(file.flaw for file in self.run.files if file.flaw)]:
            self.found(verdict, why)
        data, passed_over = self.run.bytes()
        stopped = self.all_lines(data)
        if self.lines == 0 and not stopped:
            self.found("Torn", "the log is empty")
        elif not stopped:
            if passed_over:
                self.found("Torn", "bytes are passed over")
            if (known := self.run.head()) is not None and self.run_id == self.run.run_id and known > self.lines:
                self.found("Torn", "the head knows of more lines")
        last = self.run.files[-1]
        if len(self.run.files) > 1 and not last.data and not last.flaw:
            self.found("Torn", "the last file is empty")
        return self.verdict, self.why

    def all_lines(self, data):
        lines = data.split(b"\n")
        torn = lines.pop()
        for i, line in enumerate(lines):
            is_last = i == len(lines) - 1 and not torn
            if self.is_unwritten(line):
                self.found("Torn", f"line {i} was not written")
                return True
            if is_last and len(line) <= MAX_LINE and not checksum_fits(line) and not (i == 0 and not self.may_be_header(line)):
                self.found("Torn", f"line {i}, the last, has no checksum that fits")
                return True
            try:
                references = self.line(line)
            except Wrong as e:
                self.found("Tampered", f"line {i} {e}")
                return True
            self.lines += 1
            for reference in references:
                self.reference(*reference)
        if torn:
            is_log = self.lines > 0 or self.may_be_header(torn) or self.is_unwritten(torn)
            self.found("Torn" if is_log else "Tampered", "the last line is incomplete")
        return bool(torn)

    # Whether a first line that is garbled, or not whole, may be that of a log: else the file is none.
    @staticmethod
    def may_be_header(line):
        begins = line.startswith(b'{"v":1,') or b'{"v":1,'.startswith(line)
        if not line.startswith(b"{") or line.endswith(b"\r") or len(line) > MAX_LINE:
            return False
        try:
            header = parse(line.decode("utf-8"))
        except (Wrong, UnicodeDecodeError):
            return begins
        segment = header.get("segment")
        return header.get("v") == "1" and {"run_id", "step"} <= set(header.names()) and (segment is None or segment == "1") and header.get("type") == "run_start"

    @staticmethod
    def is_unwritten(line):
        zero = line.find(b"\0")
        begins = line[:zero].startswith(b'{"v":1,') or b'{"v":1,'.startswith(line[:zero])
        return zero >= 0 and (zero == 0 or (begins and bytes(512) in line)) and (len(line) > MAX_LINE or not checksum_fits(line))

    def line(self, line):
        if len(line) > MAX_LINE or not checksum_fits(line):
            raise Wrong("is too long, or its checksum does not fit")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as e:
            raise Wrong("is no valid UTF-8") from e
        if ESCAPED_ALWAYS & set(text) or " " in re.sub(r'"(?:[^"\\]|\\.)*"', '""', text):
            raise Wrong("holds raw what is escaped, or white space")
        record = parse(text)
        if not isinstance(record, Object):
            raise Wrong("is no object")
        self.form(record, dict(record))
        references = []
        self.collect(record, references, is_line=True)
        self.leaf = hashlib.sha256(b"\0" + line).digest()
        return references

    def form(self, record, fields):
        names, kind = record.names(), fields.get("type")
        if names[:6] != FIRST or names[-2:] != ["prev", "crc"] or "redacted" in names[:-3]:
            raise Wrong("does not have its fields where they belong")
        if fields["v"] != "1" or not isinstance(fields["v"], Number) or not is_count(fields["step"]) or int(fields["step"]) != self.lines:
            raise Wrong("states another version or step")
        if not is_text(kind) or not is_text(fields["run_id"]) or not is_text(fields["prev"]):
            raise Wrong("has a type, run_id or prev that is no text")
        ts, mono = self.fixed(fields["ts"], 6, signed=True), self.fixed(fields["mono_ms"], 3)
        if not FIRST_SECOND <= ts <= LAST_SECOND or (ts == 0 and fields["ts"].startswith("-")):
            raise Wrong("has a ts of no date")
        if kind in CALLS | {"intent"}:
            self.call(kind, names, fields)
        for name, value in record:
            if value is None and (name in EVERYWHERE or name in NEVER_NULL.get(kind, [])) and kind in NEVER_NULL:
                raise Wrong(f"has a {name} that is null")
        if "redacted" in fields:
            self.redacted(fields["redacted"])
        if kind == "run_end":
            self.causes(fields)
        if kind == "run_end" and fields.get("outcome") not in ("completed", "failed", "canceled", "cancelled", "unknown"):
            raise Wrong("has another outcome")
        self.place(kind, fields, mono)

    @staticmethod
    def fixed(value, decimals, signed=False):
        if not isinstance(value, Number) or not re.match(rf"{'-?' if signed else ''}[0-9]+\.[0-9]{{{decimals}}}\Z", value) or abs(decimal.Decimal(value)) > MAX_MS:
            raise Wrong(f"has a time {value!r}")
        return decimal.Decimal(value)

    def call(self, kind, names, fields):
        at = 6
        if kind != "intent":
            if names[at:at + 1] != ["duration_ms"]:
                raise Wrong("has no duration_ms")
            self.fixed(fields["duration_ms"], 3)
            at += 1
            if "error" not in fields or not (fields["error"] is None or is_text(fields["error"])):
                raise Wrong("has no error")
            if fields["error"] is not None:
                self.causes(fields)
        if names[at:at + 1] != ["span_id"] or not is_text(fields["span_id"]) or not SPAN.match(fields["span_id"]):
            raise Wrong("has no span_id")
        if names[at + 1:at + 2] == ["parent_id"] and not (is_text(fields["parent_id"]) and SPAN.match(fields["parent_id"])):
            raise Wrong("has another parent_id")

    @staticmethod
    def causes(fields):
        causes = fields.get("error_causes", [])
        if isinstance(causes, Object):
            return      # went to a blob
        for cause in causes if type(causes) is list else [None]:
            depth = cause.get("depth") if isinstance(cause, Object) else None
            if not is_count(depth) or not 0 < int(depth) < 2**31 or not is_text(cause.get("type")) or not is_text(cause.get("message")):
                raise Wrong("has error_causes of another shape")

    @staticmethod
    def redacted(value):
        if isinstance(value, Object):
            if not value or value.names()[0] not in ("$blob", "$hash"):
                raise Wrong("has a redacted that is no list")
            return
        if not isinstance(value, list) or not value:
            raise Wrong("has a redacted that is no list, or empty")
        for entry in value:
            if not isinstance(entry, Object) or not is_text(entry.get("at")) or not entry.get("at").startswith("/") or not is_text(entry.get("kind")) \
                    or ("commit" in entry.names() and not is_text(entry.get("commit"))):
                raise Wrong("has a redacted entry of another shape")

    def place(self, kind, fields, mono):
        segment = fields.get("segment") if kind == "run_start" else None
        if segment is not None and not (isinstance(segment, Number) and re.match(r"-?[0-9]+\Z", segment) and int(segment) <= MAX_COUNT):
            raise Wrong("has a segment that is no number")
        prev = fields["prev"]
        if self.lines == 0:
            if kind != "run_start" or segment not in (None, "1"):
                raise Wrong("is no first header")
            if not RUN_ID.match(fields["run_id"]) or DEVICE.match(fields["run_id"]):
                raise Wrong("has no run id")
            try:
                random = base64.b64decode(prev, validate=True)
            except ValueError as e:
                raise Wrong("has no prev") from e
            if len(random) != 32 or len(prev) != 44:
                raise Wrong("has no prev")
            self.run_id = fields["run_id"]
        else:
            if fields["run_id"] != self.run_id or prev != base64.b64encode(self.leaf).decode():
                raise Wrong("does not continue the line before")
            if mono < self.mono:
                raise Wrong("steps back")
            if kind == "run_start" and int(segment or 1) <= self.segment:
                raise Wrong("is a second header")
            if self.ended and kind not in ("checkpoint", "recovery"):
                raise Wrong("stands after run_end")
        self.mono, self.ended = mono, self.ended or kind == "run_end"
        self.segment = int(segment or 1) if kind == "run_start" else self.segment

    # -- blobs ----------------------------------------------------------------------------------------------------------

    def collect(self, value, references, is_line=False):
        if isinstance(value, Object):
            for i, (name, inner) in enumerate(value):
                if is_line and name in ("manifest", "tool_set"):
                    references.append((name, self.hash_of(inner), None))
                if name.startswith("$") and not name.startswith("$$"):
                    if i:
                        raise Wrong(f"has the key {name} where it is not the first")
                    if name in ("$blob", "$thread", "$hash"):
                        digest = self.hash_of(inner)
                        stated = value[1] if len(value) > 1 else (None, None)
                        if stated[0] != ("messages" if name == "$thread" else "bytes") or not is_count(stated[1]):
                            raise Wrong(f"has a {name} without its count")
                        if name != "$hash":
                            references.append((name, digest, int(stated[1])))
                self.collect(inner, references)
        elif isinstance(value, list):
            for inner in value:
                self.collect(inner, references)

    @staticmethod
    def hash_of(value):
        match = REFERENCE.match(value) if is_text(value) else None
        if not match:
            raise Wrong("has a reference that is no hash")
        return match.group(1)

    def read(self, digest):
        """Its bytes; None where it is gone, False where it is another."""
        folders = os.path.join(self.run.directory, f"{self.run_id}.blobs"), os.path.join(self.run.directory, "manifests")
        if any(os.path.islink(folder) for folder in folders):
            return False
        for path in (os.path.join(folders[0], digest), os.path.join(folders[1], digest + ".json")):
            try:
                if regular(path, self.run.directory):
                    if os.path.islink(path) and not os.path.exists(path) and not os.path.lexists(os.path.realpath(path)):
                        continue        # a link to nothing
                    return False
                with open(path, "rb") as file:
                    data = file.read()
            except (FileNotFoundError, NotADirectoryError):
                continue
            return data if hashlib.sha256(data).hexdigest() == digest else False
        return None

    def reference(self, name, digest, stated):
        if (name, digest, stated) in self.blobs:
            return
        self.blobs[name, digest, stated] = True
        if name == "$thread":
            messages = self.thread(digest)
            if messages is not None and messages != stated:
                self.found("BlobAltered", f"thread {digest} has {messages} messages")
            return
        data = self.read(digest)
        if data is None:
            self.found("BlobMissing", f"blob {digest} is gone")
        elif data is False or stated not in (None, len(data)):
            self.found("BlobAltered", f"blob {digest} is another")
        elif stated is not None:        # a shared document is plain JSON, whose keys are its own
            self.inner(digest, data)

    def inner(self, digest, data):
        if len(data) > MAX_LOOKED_INTO:
            return
        references = []
        try:
            self.collect(parse(data.decode("utf-8")), references)
        except UnicodeDecodeError:
            return
        except Wrong as e:
            if "JSON" not in str(e):
                self.found("BlobAltered", f"blob {digest} {e}")
            return
        for reference in references:
            self.reference(*reference)

    def thread(self, digest):
        """How many messages it has; None where that cannot be told, which is said."""
        behind, total = [], 0
        while digest is not None:
            if digest in self.threads:
                total = self.threads[digest]
                break
            data = self.read(digest)
            shape = self.thread_shape(data) if data else None
            if shape is None:
                self.found("BlobMissing" if data is None else "BlobAltered", f"part {digest} of a history is gone or another")
                self.threads[digest] = total = None
                break
            self.inner(digest, data)
            behind.append((digest, shape))
            digest = shape[0]
        for digest, (_, keep, drop, put, add) in reversed(behind):
            if total is not None and keep + drop > total:
                self.found("BlobAltered", f"part {digest} of a history leaves out what was not there")
                total = None
            total = None if total is None else total - drop + put + add
            self.threads[digest] = total
        return total

    def thread_shape(self, data):
        if len(data) > MAX_LOOKED_INTO:
            return None
        try:
            thread = parse(data.decode("utf-8"))
        except (Wrong, UnicodeDecodeError):
            return None
        if not isinstance(thread, Object) or type(thread.get("add")) is not list:
            return None
        counts = [thread.get(name) if name in thread.names() else Number("0") for name in ("keep", "drop")]
        put = thread.get("put") if "put" in thread.names() else []
        prev = REFERENCE.match(thread.get("prev")) if is_text(thread.get("prev")) else None
        if not all(is_count(count) and int(count) < 2**31 for count in counts) or type(put) is not list or ("prev" in thread.names() and not prev):
            return None
        return prev.group(1) if prev else None, int(counts[0]), int(counts[1]), len(put), len(thread.get("add"))


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    for path in map(str.strip, sys.stdin) if arguments == ["-"] else arguments:
        try:
            verdict, why = Verifier(path).verify()
        except OSError as e:
            verdict, why = "refused", str(e)
        print(verdict, ascii(why), sep="\t", flush=True)


if __name__ == "__main__":
    # A line may be nested as deep as it is long.
    threading.stack_size(512 * 1024 * 1024)
    sys.setrecursionlimit(300_000)
    thread = threading.Thread(target=main, args=(sys.argv[1:],))
    thread.start()
    thread.join()
