using System.Text.RegularExpressions;

namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>
/// How a cell's method is declared. In its text <c>%R%</c> is the result's type with modifiers, <c>%D%</c> the same without,
/// <c>%P%</c> the parameters, <c>%B%</c> the body, <c>%A%</c> the parameters handed on, <c>%I%</c> the place for callers inside the type,
/// <c>%F(call)%</c> the statement that hands a call on, and <c>«text»</c> what only the program without generator has.
/// </summary>
/// <param name="Name">As the tables show it.</param>
/// <param name="Text">The declarations.</param>
/// <param name="Call">A call: <c>{t}</c> is the receiver, <c>{a}</c> the arguments.</param>
internal sealed partial record Shape(string Name, string Text, string Call)
{
    /// <summary>The type of the receiver; null for a static method.</summary>
    public string? Receiver { get; init; }

    /// <summary>What makes a receiver.</summary>
    public string New { get; init; } = "null!";

    /// <summary>What makes the object that the tool table wants for a static method; null where it wants none.</summary>
    public string? TableTarget { get; init; }

    /// <summary>Whether every result and every parameter is tried on it by every route.</summary>
    public bool IsChief { get; init; }

    /// <summary>The member's name in the record, without its namespace.</summary>
    public string Member { get; init; } = "Subject.M";

    /// <summary>The same in the record of a call by a model; null where that names the same member.</summary>
    public string? TableMember { get; init; }

    /// <summary>What the recorded input begins with, before the common parameters.</summary>
    public string Input { get; init; } = "";

    /// <summary>Whether only code inside the type can make the call.</summary>
    public bool IsInside { get; init; }

    /// <summary>Whether the callers need not be inside, but another assembly cannot see the method.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Whether <c>this.</c> reaches the method at <c>%I%</c>.</summary>
    public bool HasThis { get; init; }

    /// <summary>Whether a class can derive from the receiver's and override the method.</summary>
    public bool IsVirtual { get; init; }

    /// <summary>Whether the receiver is a ref struct, which few constructs let in.</summary>
    public bool IsStackOnly { get; init; }

    public bool IsValueType { get; init; }

    /// <summary>Whether the one call stands in a helper, to which every way to call would only lead.</summary>
    public bool IsHelper { get; init; }

    /// <summary>Whether the type exists in its file alone.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether the method is the base class's, so that <c>base.</c> names it without dispatch.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Whether the generator writes the method's body.</summary>
    public bool IsCalleeOwned { get; init; }

    /// <summary>The type that <c>using static</c> names; null where that does not lead to the method.</summary>
    public string? UsingStatic { get; init; }

    /// <summary>The method group, to be handed over; null where C# has none.</summary>
    public string? Group { get; init; } = "{t}.M";

    /// <summary>The type to ask by reflection; null where that takes more than one step.</summary>
    public string? Reflected { get; init; }

    /// <summary>What a caller looks at after the call.</summary>
    public string Seen { get; init; } = "";

    /// <summary>What the method does first.</summary>
    public string Before { get; init; } = "";

    /// <summary>The arguments that come before the common ones.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>Why the compiler takes no such method with this result; null where it does.</summary>
    public Func<ReturnKind, string?> Forbids { get; init; } = static _ => null;

    /// <summary>The call with this receiver.</summary>
    public string CallOn(string receiver, string arguments) => Call
        .Replace("{t}", receiver, StringComparison.Ordinal)
        .Replace("{a}", Arguments + arguments, StringComparison.Ordinal);

    /// <summary>The declarations with these parts filled in.</summary>
    public string Declare(ReturnKind result, string parameters, string forwarded, string before, string inside, bool isPlain)
    {
        var text = PlainPart().Replace(Text, isPlain ? "$1" : "");
        text = ForwardPart().Replace(text, match => result.Forward(match.Groups[1].Value));
        return text
            .Replace("%R%", result.Modifiers + result.Type, StringComparison.Ordinal)
            .Replace("%D%", result.Type, StringComparison.Ordinal)
            .Replace("%P%", parameters, StringComparison.Ordinal)
            .Replace("%A%", forwarded, StringComparison.Ordinal)
            .Replace("%B%", $"{{ {Before}{before}{result.Body} }}", StringComparison.Ordinal)
            .Replace("%I%", inside, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"%F\((.*?)\)%")]
    private static partial Regex ForwardPart();

    [GeneratedRegex("«(.*?)»")]
    private static partial Regex PlainPart();
}
