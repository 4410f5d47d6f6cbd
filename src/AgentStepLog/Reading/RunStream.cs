using System.Globalization;
using System.Text.Json;

namespace AgentStepLog;

/// <summary>
/// The files of a run, one after the other: <c>r.jsonl</c>, <c>r.2.jsonl</c> and so on. What stands in a file at or after the first step of a
/// next one is passed over: after a failed sync it is written again there.
/// </summary>
internal sealed class RunStream : Stream
{
    private const string Extension = ".jsonl";
    private const long ToItsEnd = long.MaxValue;

    private readonly Queue<(string Path, long Lines)> _next = new();
    private FileStream _file;
    private string _path;
    private long _lines; // of the file, still to be read

    private RunStream(FileStream file, string path, List<(string Path, long? First)> files)
    {
        for (var i = 0; i < files.Count; i++)
        {
            // Of the files after it, the one that begins the earliest; one without a header has nothing to say, and nothing to be kept.
            var beyond = files.Skip(i + 1).Min(f => f.First);
            _next.Enqueue((files[i].Path, beyond is null ? ToItsEnd : Math.Max(0, beyond.Value - (files[i].First ?? beyond.Value))));
        }

        _file = file;
        (_path, _lines) = _next.Dequeue();
        System.Diagnostics.Debug.Assert(_path == path, "The first file is open already.");
    }

    /// <summary>How many bytes were passed over.</summary>
    public long PassedOver { get; private set; }

    /// <summary>In which file, the last one of several.</summary>
    public string? PassedOverIn { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="StepLogException">The first file, or one that is there after it, cannot be opened.</exception>
    public static RunStream Open(string path)
    {
        var file = LogPath.Open(path);
        var files = new List<(string, long?)> { (path, 0) };
        if (path.EndsWith(Extension, StringComparison.Ordinal))
        {
            for (var number = 2; ; number++)
            {
                var next = string.Create(CultureInfo.InvariantCulture, $"{path[..^Extension.Length]}.{number}{Extension}");
                if (!File.Exists(next))
                {
                    break;
                }

                files.Add((next, FirstStep(next)));
            }
        }

        return new(file, path, files);
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = _lines > 0 ? _file.Read(buffer) : 0;
            if (read > 0)
            {
                return WithinLines(buffer[..read]);
            }

            if (_next.Count == 0)
            {
                return 0;
            }

            PassOver(_file.Length - _file.Position);
            _file.Dispose();
            (_path, _lines) = _next.Dequeue();
            _file = LogPath.Open(_path);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private int WithinLines(ReadOnlySpan<byte> read)
    {
        if (_lines == ToItsEnd)
        {
            return read.Length;
        }

        var end = 0;
        while (_lines > 0 && read[end..].IndexOf((byte)'\n') is >= 0 and var found)
        {
            end += found + 1;
            _lines--;
        }

        if (_lines > 0)
        {
            return read.Length;
        }

        PassOver(read.Length - end);
        return end;
    }

    private void PassOver(long bytes)
    {
        PassedOver += bytes;
        PassedOverIn = bytes > 0 ? _path : PassedOverIn;
    }

    // Null where there is no header that says it.
    private static long? FirstStep(string path)
    {
        using var file = LogPath.Open(path);
        using var lines = new LineScanner(file);
        try
        {
            var fields = new LineFields(null);
            if (!lines.Next() || !lines.IsComplete)
            {
                return null;
            }

            fields.Parse(lines.Line);
            return fields.RequiredWhole("step"u8);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
