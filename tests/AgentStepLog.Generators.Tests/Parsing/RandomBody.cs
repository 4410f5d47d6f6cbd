using System.Globalization;
using System.Text;

namespace AgentStepLog.Generators.Tests.Parsing;

/// <summary>
/// Writes bodies of methods at random. A few names stand for variables that all kinds of statements declare, and for fields of another
/// type where none does: a call on one of them means something else as soon as a declaration is overlooked.
/// </summary>
internal sealed class RandomBody(Random random)
{
    private static readonly string s_filler = string.Concat(Enumerable.Repeat("Filler(1, new { X = 2 }, () => 3);\n", 8));

    private static readonly string[] s_names = ["x", "a", "b", "c", "d", "e"];

    private readonly StringBuilder _text = new();
    private readonly Stack<HashSet<string>> _scopes = new();
    private string? _declared;
    private int _next;

    public static string Of(Random random)
    {
        var body = new RandomBody(random);
        body.Block();
        return body._text.ToString();
    }

    private void Block(string? declared = null)
    {
        _scopes.Push(declared is null ? [] : [declared]);
        for (var n = random.Next(2, 6); n > 0; n--)
        {
            Statement();
        }

        var inner = _scopes.Pop();
        _scopes.ToList().ForEach(outer => outer.UnionWith(inner));
    }

    private void Statement()
    {
        switch (random.Next(_scopes.Count < 3 ? 27 : 14))
        {
            case 0 or 1 or 2: _text.Append(s_filler); break;
            case 3: Add($"var {New()} = new Tools();"); break;
            case 4: Add($"Give(out var {New()});"); break;
            case 5: Add($"if (o is not Tools {New()}) {{ {s_filler} throw new Exception(); }}"); break;
            case 6: Add($"if (!(5is int n{Number()} && o is Tools {New()})) {{ throw new Exception(); }}"); break;
            case 7: Add($"(Tools {New()}, var t{Number()}) = Two();"); break;
            case 8: Add($"var ({New()}, t{Number()}) = Two();"); break;
            case 9: Add($"sum += {Call()} + Count({Call()});"); break;
            case 10: Add($"Filler({Call()}, (Func<int>)(() => {{ Give(out var s{Number()}); {s_filler} return s{_next}.Find(1) + {Call()}; }}));"); break;
            case 11: Add($"dynamic y{Number()} = 1; {Call($"y{_next}")};"); break;
            case 12: Add($"System.Linq.Expressions.Expression<Func<int>> e{Number()} = () => {Call()};"); break;
            case 13: Inferred(New()); break;
            case 14: Around($"foreach (var {Free()} in Many()) {{", "}"); break;
            case 15: Around($"foreach (var ({Free()}, t{Number()}) in new[] {{ Two() }}) {{", "}"); break;
            case 16: Around($"for (var {Free()} = new Tools(); sum < 9; sum++) {{", "}"); break;
            case 17: Around("{", "}"); break;
            case 18: Around($"if ({Call()} > 1) {{", $"}} else {{ {s_filler} {Call()}; }}"); break;
            case 19: Around("try {", $"}} catch (Exception) {{ {Call()}; }} finally {{ {s_filler} }}"); break;
            case 20: Around($"using (var {Free()} = new Tools()) {{", "}"); break;
            case 21: Around($"Func<int> f{Number()} = () => {{", $"{s_filler} return {Call()}; }};"); break;
            case 22: var other = Free(); Around($"Pick({other} => {{ {other}.{(random.Next(2) == 0 ? "OnlyOther" : "Dispose")}();", $"{s_filler} {other}.Find(1); }});"); break;
            case 23: Around($"int L{Number()}(Tools {Free()}) {{", $"{s_filler} return {Call()}; }} sum += L{_next}(new());"); break;
            case 24: Around($"switch (o) {{ case Tools {Free()}: {{", $"{s_filler} break; }} }}"); break;
            case 25: Around("while (sum < 3) { sum++;", "}"); break;
            default: Around("do { lock (o) {", $"{s_filler} }} }} while (sum < 2);"); break;
        }
    }

    // What a variable is can follow from all that a lambda returns.
    private void Inferred(string name) =>
        Add($"var {name} = Infer(() => {{ {s_filler} if (sum > 1) {{ return new Wide(); }} return Narrowed({Call()}); }}); sum += {name}.Find(1);");

    private void Add(string text) => _text.AppendLine(text);

    private void Around(string head, string tail)
    {
        Add(head);
        Block(_declared);
        _declared = null;
        Add(tail);
    }

    /// <summary>A name for the block that comes.</summary>
    private string Free() => _declared = Unknown();

    private string New()
    {
        var name = Unknown();
        Note(name);
        return name;
    }

    // One that the block has not used, and none around it: others are compiled, or are errors and are left out.
    private string Unknown() =>
        s_names.Where(n => !_scopes.Peek().Contains(n)).OrderBy(_ => random.Next()).FirstOrDefault() ?? "z" + Number();

    private string Call(string? argument = null)
    {
        var name = s_names[random.Next(s_names.Length)];
        Note(name);
        return name + (random.Next(3) == 0 ? ".Find(o)" : $".Find({argument ?? "1"})");
    }

    private void Note(string name) => _scopes.ToList().ForEach(s => s.Add(name));

    private string Number() => (++_next).ToString(CultureInfo.InvariantCulture);
}
