using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace AgentStepLog.IntegrationTests.Tables.Schemas;

/// <summary>Tools whose parameters demand more than a type.</summary>
public static class ConstraintTools
{
    [AgentTool] public static string Timed(
        [Range(typeof(DateTime), "2026-01-01", "2026-12-31T12:30")] DateTime a, [Range(typeof(DateOnly), "2026-01-01", "2026-12-31")] DateOnly? b,
        [Range(typeof(TimeOnly), "09:00", "17:00", MaximumIsExclusive = true)] TimeOnly c, [Range(typeof(TimeSpan), "00:30:00", "1.00:00:00")] TimeSpan d,
        [Range(typeof(DateTimeOffset), "2026-01-01T00:00:00Z", "2026-01-02T00:00:00+02:00", MinimumIsExclusive = true)] DateTimeOffset e) => $"{a:s} {b:O} {c:O} {d:c} {e:O}";

    [AgentTool] public static int Ranged([Range(1, 10)] int a, [Range(0.5, 2.5)] double b = 1, [Range(1, 10, MinimumIsExclusive = true, MaximumIsExclusive = true)] int? c = null, [Range(typeof(decimal), "1.5", "2")] decimal d = 2, [Range(0, double.PositiveInfinity)] float e = 0) => a;

    [AgentTool] public static string Sized([StringLength(5, MinimumLength = 2)] string a, [MinLength(1)] int[]? b = null, [MaxLength(2)] Dictionary<string, int>? c = null, [Length(1, 2)] List<string>? d = null, [MaxLength(3)] string? e = null) => a;

    [AgentTool] public static string Patterned([RegularExpression("[a-c]+")] string a, [EmailAddress] string b = "", [Url] string c = "", [Base64String] string d = "", [DataType(DataType.Date)] string e = "") => a;

    [AgentTool] public static string Chosen([AllowedValues("a", "b\"")] string a, [AllowedValues(1, 2)] int b = 1, [DeniedValues("x")] string c = "", [AllowedValues(Wind.Calm)] Wind d = Wind.Calm, [AllowedValues("a", null)] string? e = null, [DeniedValues(0)] double f = 1) => a;

    [AgentTool] public static string Demanded([Required] string? a, [Required(AllowEmptyStrings = true)] string b, [Required] int c = 3, [DefaultValue(7)] long d = 1, [DefaultValue("d")] string? e = null) => $"{a} {b} {c} {d} {e}";

    [AgentTool] public static Checked Inside(Checked a) => a;

    [AgentTool] public static string Flagged(Days days = Days.Saturday | Days.Sunday) => days.ToString();
}

public enum Wind
{
    Calm,
    Storm,
}

[Flags]
public enum Days
{
    None = 0,
    Saturday = 1,
    Sunday = 2,
}

/// <summary>A thing that is checked.</summary>
public record Checked([Range(1, 5)] int A, [StringLength(3)] string B = "b")
{
    [JsonRequired] public int C { get; init; }

    [Required] public string? D { get; set; }

    [MinLength(1)] public List<int> E { get; set; } = [1];

    [DisplayName("Eff"), RegularExpression("^x$")] public string? F { get; set; }
}
