using System.Text;
using System.Text.Json;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tests.Withholding;

/// <summary>Personal data by its form: what was published as an example of it, and what looks like it and is none.</summary>
public sealed class PersonalDataTests
{
    private const char NoBreak = '\u00A0';

    private static readonly string[] s_kinds = ["email", "payment-card", "iban", "phone", "us-ssn", "ipv4", "ipv6", "connection-password", "url-userinfo"];

    public static TheoryData<string, string> Found { get; } = Data(
        ("email", "jane@example.com"), ("email", "jane.doe+tag@mail.example.co.uk"), ("email", "o'brien@example.org"), ("email", "JANE_D@EXAMPLE.COM"), ("email", "j@x.io"),
        ("email", "jürgen@müller.de"), ("email", "иван@почта.рф"), ("email", "x@xn--mller-kva.xn--p1ai"), ("email", "1234567@163.com"), ("email", "a-b%c~d&e@a-b.museum"),
        // Numbers that the issuers and payment services publish for tests.
        ("payment-card", "4111111111111111"), ("payment-card", "4242424242424242"), ("payment-card", "4012888888881881"), ("payment-card", "4222222222222"), ("payment-card", "5555555555554444"),
        ("payment-card", "5105105105105100"), ("payment-card", "2223003122003222"), ("payment-card", "378282246310005"), ("payment-card", "371449635398431"), ("payment-card", "6011111111111117"),
        ("payment-card", "6011000990139424"), ("payment-card", "30569309025904"), ("payment-card", "38520000023237"), ("payment-card", "3530111333300000"), ("payment-card", "3566002020360505"),
        ("payment-card", "6200000000000005"), ("payment-card", "6759649826438453"), ("payment-card", "4111 1111 1111 1111"), ("payment-card", "5555-5555-5555-4444"), ("payment-card", "3782 822463 10005"),
        ("payment-card", "3056 930902 5904"), ("payment-card", $"4242{NoBreak}4242{NoBreak}4242{NoBreak}4242"),
        // Of the SWIFT registry.
        ("iban", "AL47212110090000000235698741"), ("iban", "AD1200012030200359100100"), ("iban", "AT611904300234573201"), ("iban", "BE68539007547034"), ("iban", "BR9700360305000010009795493P1"),
        ("iban", "CH9300762011623852957"), ("iban", "CR05015202001026284066"), ("iban", "CY17002001280000001200527600"), ("iban", "DE89370400440532013000"), ("iban", "DK5000400440116243"),
        ("iban", "ES9121000418450200051332"), ("iban", "FI2112345600000785"), ("iban", "FR1420041010050500013M02606"), ("iban", "GB29NWBK60161331926819"), ("iban", "GR1601101250000000012300695"),
        ("iban", "IE29AIBK93115212345678"), ("iban", "IT60X0542811101000000123456"), ("iban", "LC55HEMM000100010012001200023015"), ("iban", "MT84MALT011000012345MTLCAST001S"), ("iban", "NL91ABNA0417164300"),
        ("iban", "NO9386011117947"), ("iban", "PL61109010140000071219812874"), ("iban", "SA0380000000608010167519"), ("iban", "SE4550000000058398257466"), ("iban", "TR330006100519786457841326"),
        ("iban", "DE89 3704 0044 0532 0130 00"), ("iban", "GB29 NWBK 6016 1331 9268 19"), ("iban", "gb29nwbk60161331926819"), ("iban", "BE68-5390-0754-7034"), ("iban", $"NL91{NoBreak}ABNA{NoBreak}0417{NoBreak}1643{NoBreak}00"),
        ("phone", "+4930901820"), ("phone", "+14155552671"), ("phone", "+442079460958"), ("phone", "+49 30 901820"), ("phone", "+1 (415) 555-2671"), ("phone", "+1-415-555-2671"), ("phone", "+44 20 7946 0958"),
        ("phone", "+49 (0)30 901820"), ("phone", "+33.1.23.45.67.89"), ("phone", "+861069445464"), ("phone", $"+41{NoBreak}44{NoBreak}668{NoBreak}18{NoBreak}00"), ("phone", "+43 1/711 62"),
        ("us-ssn", "078-05-1120"), ("us-ssn", "219-09-9999"), ("us-ssn", "123 45 6789"), ("us-ssn", $"123{NoBreak}45{NoBreak}6789"),
        ("ipv4", "192.0.2.1"), ("ipv4", "198.51.100.254"), ("ipv4", "203.0.113.7"), ("ipv4", "10.0.0.1"), ("ipv4", "8.8.8.8"), ("ipv4", "255.255.255.0"),
        ("ipv6", "2001:db8::1"), ("ipv6", "2001:DB8:0:0:8:800:200C:417A"), ("ipv6", "2001:db8:85a3::8a2e:370:7334"), ("ipv6", "fe80::1ff:fe23:4567:890a"), ("ipv6", "::ffff:192.0.2.128"), ("ipv6", "64:ff9b::192.0.2.33"),
        ("ipv6", "2001:0db8:0000:0000:0000:ff00:0042:8329"));

    public static TheoryData<string> NotFound { get; } =
    [
        "@types/node", "icon@2x.png", "pkg@1.2.3", "pkg@1.0.0-rc.final", "user@localhost", "a @ b.com", "@example.com", "jane@", "jane@example", "jane@example.c", "jane@.com",
        "4111111111111112", "1234567890123456", "9999999999999995", "41111111111111111111", "0.4111111111111111", "4111111111111111.5", "a4111111111111111", "4111111111111111b", "4111 1111-1111 1111", "4111 1111 1111 111",
        "1764466114123456", "0b5f0000-4111-4111-1111-111111111111",
        "DE89370400440532013001", "DE8937040044053201300", "XX89370400440532013000", "ADE89370400440532013000", "DE89370400440532013000X", "DEXX370400440532013000", "0F1D0A2B-BE54-9A1E7A4F7556", "DE89 370400440532013000",
        "4930901820", "+123", "+1234567", "+1234567890123456", "+0123456789", "+2801234567", "2026-11-30T01:00:00+01:00", "x+12345678", "1764466114+12345678",
        "000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "123-45 6789", "123456789", "0123-45-6789", "123-45-67890", "1-123-45-6789",
        "127.0.0.1", "0.0.0.0", "255.255.255.255", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "v1.2.3.4", "Version=1.2.3.4", "\"version\": \"10.0.12.1\"", "1.2.3.4-beta", "1.2.3.4567",
        "::", "::1", "12:34:56", "00:1A:2B:3C:4D:5E", "01:23:45:67:89:ab:cd:ef", "std::vector", "[Math]::Abs", "[X]::Add", "a:b:c", "1:2:3:4:5:6:7:8:9", "{\"a\":1,\"b\":{\"c\":2}}", "0:00", "fe80:::1",
        "password = GetPassword();", "?password=abc&x=1", "Password=;Server=x", "PasswordHash=abc;Server=x", "Server=x;Database=y",
        "https://example.com/a@b", "https://example.com:8080/", "http://example.com/?q=x@y", "://@host",
    ];

    public static TheoryData<string, string, string> Parts { get; } = new()
    {
        { "connection-password", "Server=tcp:db;Database=shop;User ID=sa;Password=p4ss w+rd!;Encrypt=True", "p4ss w+rd!" },
        { "connection-password", "password=secret;Host=db", "secret" },
        { "connection-password", "Host=db;Username=u;Pwd = s3cret ", "s3cret " },
        { "connection-password", "Data Source=.;Uid=u;PWD='a;b''", "'a;b'" },
        { "connection-password", "redis:6379,password=s3cret=,ssl=True,abortConnect=False", "s3cret=" },
        { "url-userinfo", "postgres://jane:p%40ss@db.example.com:5432/shop", "jane:p%40ss" },
        { "url-userinfo", "see https://jane@example.com/x", "jane" },
        { "url-userinfo", "mongodb+srv://u:p+w@cluster0.example.net", "u:p+w" },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void It_is_withheld_whatever_stands_around_it_and_nothing_else_is(string kind, string text)
    {
        foreach (var before in new[] { "", "is ", "=", "(", "\"", "„", "\n", "a, ", "<", "tel:"[..(kind == "ipv6" ? 0 : 4)] })
        {
            foreach (var after in new[] { "", ", then", ")", ".", ". Then", "\n", "\"", ">", ";" })
            {
                Assert.Equal($"{before}[redacted:{kind}]{after}", Only(kind, before + text + after));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Found))]
    public void It_is_found_in_JSON_in_JSON_within_JSON_and_with_other_escapes(string kind, string text)
    {
        var once = JsonSerializer.Serialize($"to\n{text}\tnow");
        var twice = JsonSerializer.Serialize(once);
        var relaxed = Encoding.UTF8.GetString(JsonBufferOf($"to\n{text}\tnow"));
        foreach (var json in new[] { once, twice, JsonSerializer.Serialize(twice), relaxed, JsonSerializer.Serialize(relaxed) })
        {
            if (text.All(char.IsAscii) || ReferenceEquals(json, relaxed))
            {
                Assert.Matches($@"to\\+n\[redacted:{kind}\]\\+tnow", Only(kind, json));
            }
        }
    }

    [Theory]
    [MemberData(nameof(NotFound))]
    public void What_only_looks_like_it_stays(string text)
    {
        foreach (var around in new[] { text, $"is {text}, then", $"\"{text}\"" })
        {
            Assert.Equal(around, With(PersonalData.All, around));
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Of_an_address_or_a_connection_string_the_secret_part_goes(string kind, string text, string secret)
    {
        Assert.Equal(text.Replace(secret, $"[redacted:{kind}]", StringComparison.Ordinal), Only(kind, text));
        var json = JsonSerializer.Serialize(text);
        Assert.Contains($"[redacted:{kind}]", Only(kind, json), StringComparison.Ordinal);
        Assert.DoesNotContain(JsonEncodedText.Encode(secret).ToString(), Only(kind, json), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_is_switched_on_alone_and_none_is_on_by_default()
    {
        var text = "jane@example.com 4111111111111111 DE89370400440532013000 +4930901820 078-05-1120 192.0.2.1 2001:db8::1 postgres://u:p@h Server=a;Password=b";
        Assert.Equal(text, With(PersonalData.None, text));
        Assert.Same(SecretScanner.BuiltIn, ScannerCache.Shared.ScannerOf(new WithholdingOptions()));
        for (var i = 0; i < s_kinds.Length; i++)
        {
            var shown = With((PersonalData)(1 << i), text);
            Assert.Equal(1, shown.Split("[redacted:").Length - 1);
            Assert.Contains($"[redacted:{s_kinds[i]}]", shown, StringComparison.Ordinal);
        }

        Assert.Equal(s_kinds.Length, With(PersonalData.All, text).Split("[redacted:").Length - 1);
        Assert.Equal(PersonalData.All, (PersonalData)((1 << s_kinds.Length) - 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => StepLog.InMemory(new() { Withholding = new() { PersonalData = (PersonalData)1024 } }));
    }

    [Fact]
    public void It_is_withheld_from_arguments_keys_numbers_notes_errors_blobs_pieces_and_the_header()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new()
        {
            RunId = "r", UserId = "jane@example.com", TimeProvider = new FixedClock(), Withholding = new() { PersonalData = PersonalData.All },
            Metadata = new Dictionary<string, string> { ["192.0.2.1"] = "+4930901820" },
        });
        Calls.Value<object?>(Calls.Echo, new Dictionary<string, object?> { ["jane@example.com"] = 4111111111111111L, ["list"] = new[] { 5555555555554444L, 1L } }, static (w, v) => w.Any(v), () =>
        {
            StepLog.Note("call +4930901820");
            return new[] { "jane", ".doe@exam", "ple.com", " and 4111 ", "1111 1111 1111" };
        });
        Calls.Say(string.Concat(Enumerable.Repeat("filler text ", 10_000)) + "DE89370400440532013000");
        Assert.Throws<InvalidOperationException>(() => Calls.Value(Calls.Echo, 1, static (w, v) => w.Value(v), () => throw new InvalidOperationException(new string('x', 4080) + " jane@example.com " + new string('y', 100))));
        log.Record(new EventStep { Name = "mail", Data = JsonText.Parse("""{"to":"jane@example.com","text":"{\"from\":\"jane\\u002Btag@example.com\"}"}""") });
        log.Complete("078-05-1120");

        var all = string.Concat(Directory.GetFiles(directory.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        foreach (var secret in new[] { "jane", ".doe", "example.com", "41111", "1111 1111", "555555", "DE893", "90182", "078-05", "192.0.2" })
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }

        var call = LogLines.OfType(log, "tool_call")[0];
        Assert.Equal("""{"value":{"[redacted-key-1]":"[redacted:payment-card]","list":["[redacted:payment-card]",1]}}""", call.GetProperty("input").GetRawText());
        Assert.Equal("[redacted:email]", LogLines.Read(log)[0].GetProperty("user_id").GetString());
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public void An_id_that_has_the_form_of_a_card_stays_an_id()
    {
        using var log = StepLog.InMemory(new() { Withholding = new() { PersonalData = PersonalData.All }, Ids = new CardIds() });
        Calls.Say("hello");
        log.Complete();
        Assert.Equal("4111111111111111", LogLines.Single(log, "tool_call").GetProperty("span_id").GetString());
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict);
    }

    [Fact]
    public void No_text_makes_the_search_fail_or_point_outside_of_it()
    {
        var random = new Random(11);
        var scanner = ScannerCache.Shared.ScannerOf(new WithholdingOptions { Except = [.. WithholdingOptions.BuiltInKinds], PersonalData = PersonalData.All });
        var pieces = Found.Select(row => row.Data.Item2).Concat(NotFound.Select(row => row.Data)).Concat(["\\u002B", "\\", "\"", "@", ":", "=", "+", "1", ".", "-", " ", "\u00A0", "é", "\\u00A0", "/", "password", ";"]).ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)])))[random.Next(2)..];
            var last = 0;
            foreach (var match in scanner.Find(text) ?? [])
            {
                Assert.True(match.Start >= last && match.End > match.Start && match.End <= text.Length, Encoding.UTF8.GetString(text));
                last = match.End;
            }
        }
    }

    private static string Only(string kind, string text) => With((PersonalData)(1 << Array.IndexOf(s_kinds, kind)), text);

    private static string With(PersonalData kinds, string text) => ScannerCache.Shared.ScannerOf(new WithholdingOptions { PersonalData = kinds }).Withhold(text);

    private static byte[] JsonBufferOf(string text) => AgentStepLog.Json.JsonBuffer.TextOf(text);

    private static TheoryData<string, string> Data(params (string Kind, string Text)[] rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var (kind, text) in rows)
        {
            data.Add(kind, text);
        }

        return data;
    }

    private sealed class CardIds : StepIds
    {
        public override string NewRunId(DateTimeOffset now) => "r";

        public override ulong NewSpanId() => 0x4111_1111_1111_1111;

        public override void FillNonce(Span<byte> nonce) => nonce.Fill(7);
    }
}
