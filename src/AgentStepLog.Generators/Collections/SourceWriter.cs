using System;
using System.Text;

namespace AgentStepLog.Generators.Collections;

/// <summary>Writes indented source text. Lines end with <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line at the current depth. An empty line gets no indentation.</summary>
    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes an empty line before each of several blocks except the first.</summary>
    public void Separate(ref bool isFirst)
    {
        if (!isFirst)
        {
            Line();
        }

        isFirst = false;
    }

    /// <summary>Writes a line that must stand at the left edge, such as a directive.</summary>
    public SourceWriter Directive(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Opens a block under <paramref name="header"/>. Disposing of the result closes it.</summary>
    public Block Braces(string header, string close = "}")
    {
        Line(header).Line("{");
        _depth++;
        return new Block(this, close);
    }

    /// <summary>Indents the following lines, without braces, until the result is disposed of.</summary>
    public Block Indent()
    {
        _depth++;
        return new Block(this, null);
    }

    public override string ToString() => _text.ToString();

    public readonly struct Block(SourceWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close is not null)
            {
                writer.Line(close);
            }
        }
    }
}
