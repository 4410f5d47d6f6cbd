#pragma warning disable xUnit1051, CA1835, CA2022 // every way to read is read
namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>A stream is recorded when it is disposed of, and otherwise is what it was; awaitables of other kinds as tasks are.</summary>
public sealed class FileTests
{
    [Theory]
    [InlineData("Read")]
    [InlineData("ReadSpan")]
    [InlineData("ReadByte")]
    [InlineData("ReadAsync")]
    [InlineData("ReadMemoryAsync")]
    [InlineData("BeginRead")]
    [InlineData("CopyTo")]
    [InlineData("CopyToAsync")]
    public async Task Bytes_that_are_read_are_counted_whatever_the_way(string way)
    {
        var path = Path.GetTempFileName();
        byte[] content = [1, 2, 3, 4, 5];
        await File.WriteAllBytesAsync(path, content);
        using var log = StepLog.InMemory();
        var copy = new MemoryStream();

        await using (var stream = await new Files().OpenAsync(path))
        {
            Assert.Equal((5L, 0L, true, true, false), (stream.Length, stream.Position, stream.CanRead, stream.CanSeek, stream.CanWrite));
            await Copy(stream, copy, way);
            Assert.Equal(5, stream.Position);
            Assert.Empty(log.Steps.OfType<CallStep>());
        }

        File.Delete(path);
        var step = log.Steps.OfType<ToolCallStep>().Single();
        Assert.Equal(content, copy.ToArray());
        Assert.Equal((5L, null, null), (step.BytesRead, step.BytesWritten, step.Error));
        Assert.InRange(step.FirstItem!.Value, TimeSpan.Zero, step.Duration);
        Assert.True(step.OutputJson.IsAbsent);
    }

    [Fact]
    public async Task Bytes_that_are_written_are_counted_and_the_callees_stream_is_disposed_of_once_recorded_once()
    {
        var path = Path.GetTempFileName();
        using var log = StepLog.InMemory();
        var files = new Files();
        var stream = files.Open(path);

        stream.Write([1, 2]);
        stream.Write([3], 0, 1);
        stream.WriteByte(4);
        await stream.WriteAsync(new byte[] { 5 });
        await stream.WriteAsync([6], 0, 1);
        await stream.FlushAsync();
        stream.Seek(0, SeekOrigin.Begin);
        stream.SetLength(5);
        stream.Dispose();
        stream.Dispose();
        await stream.DisposeAsync();

        Assert.Equal([1, 2, 3, 4, 5], await File.ReadAllBytesAsync(path));
        File.Delete(path);
        Assert.False(files.Last.CanRead);
        Assert.Equal((0L, 6L), (log.Steps.OfType<ToolCallStep>().Single().BytesRead, log.Steps.OfType<ToolCallStep>().Single().BytesWritten));
        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
    }

    [Fact]
    public void Stream_that_cannot_be_read_is_a_failed_step_when_it_is_disposed_of()
    {
        using var log = StepLog.InMemory();
        using (var stream = new Files().Broken())
        {
            Assert.Throws<InvalidDataException>(() => { stream.ReadByte(); });
        }

        var step = log.Steps.OfType<ToolCallStep>().Single();
        Assert.Equal(("System.IO.InvalidDataException", 0L, null), (step.ErrorType, step.BytesRead, step.FirstItem));
    }

    [Fact]
    public void Stream_in_memory_is_recorded_at_once_and_stays_the_same_object()
    {
        using var log = StepLog.InMemory();
        var files = new Files();

        Assert.Same(files.Memory(), files.Last);
        Assert.Null(log.Steps.OfType<ToolCallStep>().Single().BytesRead);
    }

    [Fact]
    public async Task Awaitable_with_a_builder_is_recorded_and_throws_when_it_threw_before()
    {
        using var log = StepLog.InMemory();
        var files = new Files();

        Assert.Equal(7, await files.Promised(7, fail: false, later: true));
        Assert.Equal(8, await files.Promised(8, fail: false, later: false));
        Assert.Throws<InvalidDataException>(() => { files.Promised(9, fail: true, later: false); });
        var promise = files.Promised(9, fail: true, later: true);
        await Assert.ThrowsAsync<InvalidDataException>(() => promise.Task);

        var steps = log.Steps.OfType<ToolCallStep>().Where(s => s.Tool == "Promised").ToList();
        Assert.Equal(["7", "8", "", ""], steps.Select(s => s.OutputJson.IsAbsent ? "" : s.OutputJson.ToString()));
        Assert.Equal([null, null, "At once.", "Later."], steps.Select(s => s.Error));
        Assert.Contains(log.Steps.OfType<ToolCallStep>(), s => s.Tool == "Measure" && s.ParentId == steps[0].SpanId);
        Assert.Equal("7", (await files.AgentTools().InvokeAsync("Promised", """{"value":7,"fail":false,"later":true}""")).Content);
    }

    private static async Task Copy(Stream stream, MemoryStream copy, string way)
    {
        var buffer = new byte[2];
        int count;
        switch (way)
        {
            case "CopyTo":
                stream.CopyTo(copy);
                return;
            case "CopyToAsync":
                await stream.CopyToAsync(copy);
                return;
            case "ReadByte":
                for (var value = stream.ReadByte(); value >= 0; value = stream.ReadByte())
                {
                    copy.WriteByte((byte)value);
                }

                return;
        }

        do
        {
            count = way switch
            {
                "Read" => stream.Read(buffer, 0, 2),
                "ReadSpan" => stream.Read(buffer.AsSpan()),
                "ReadAsync" => await stream.ReadAsync(buffer, 0, 2),
                "ReadMemoryAsync" => await stream.ReadAsync(buffer.AsMemory()),
                _ => stream.EndRead(stream.BeginRead(buffer, 0, 2, null, null)),
            };
            copy.Write(buffer, 0, count);
        }
        while (count > 0);
    }
}
