using AgentStepLog.Files;

namespace AgentStepLog.Reading;

internal sealed partial class RunStream
{
    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty) // a read into an empty buffer would look like the end of a file
        {
            var read = _lines > 0 ? ReadFile(buffer) : 0;
            if (read > 0)
            {
                HasEmptyEnd &= _next.Count > 0;
                read = WithinLines(buffer[..read]);
                _isWithinLine = read > 0 ? buffer[read - 1] != (byte)'\n' : _isWithinLine;
                return read;
            }

            if (_next.Count == 0)
            {
                return 0;
            }

            if (_isWithinLine)
            {
                // The incomplete line of the cut file must not be joined with the header of the next file.
                buffer[0] = (byte)'\n';
                _isWithinLine = false;
                NoteCut();
                return 1;
            }

            PassOverRest();
            _file.Dispose();
            (_path, _lines, _) = _next.Dequeue();
            _file = OpenFile(_path);
        }

        return 0;
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

    private void PassOverRest()
    {
        Span<byte> buffer = stackalloc byte[4096];
        for (int read; (read = ReadFile(buffer)) > 0;)
        {
            PassOver(read);
        }
    }

    // A damaged compressed file is read up to the damage, so that the lines before it are checked.
    private int ReadFile(Span<byte> buffer)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var read = _file.Read(buffer);
            var limit = _mayUnpack ?? UnpackedLimit.Of(_packed);
            if (_file is PackedStream && (_unpacked += read) > limit)
            {
                throw UnpackedLimit.Exceeded(_path, limit);
            }

            return read;
        }
        catch (PackedFileException e)
        {
            _findings.Add(new(e.IsCut ? Verdict.Torn : Verdict.Tampered, $"{Path.GetFileName(_path)} {e.What}."));
            _file.Dispose();
            _file = Null;
            HasEmptyEnd = false;
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException(FileTrouble.ReasonOf(e), $"{_path} cannot be read: {e.Message}", e);
        }
    }

    private Stream OpenFile(string path)
    {
        var file = LogPath.Open(path);
        if (!SegmentName.IsPacked(path))
        {
            return file;
        }

        _packed += file.Length;
        return new PackedStream(file);
    }
}
