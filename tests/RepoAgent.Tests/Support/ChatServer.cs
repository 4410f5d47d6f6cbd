using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace RepoAgents.Tests.Support;

/// <summary>
/// A model's endpoint on this machine: a real HTTP server over a socket that answers requests with prepared replies, in
/// order, the last one again and again.
/// </summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<(int Status, string Body)> _replies;
    private readonly Task _serving;

    public ChatServer(params (int Status, string Body)[] replies)
    {
        _replies = new(replies);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";

    /// <summary>The requests so far: their head and the JSON that they carried.</summary>
    public ConcurrentQueue<(string Head, JsonElement Body)> Requests { get; } = new();

    public static (int, string) Calls(string id, int input, int output, params (string Id, string Name, string Arguments)[] calls) =>
        (200, Completion(id, "tool_calls", input, output, new
        {
            role = "assistant",
            content = (string?)null,
            tool_calls = calls.Select(c => new { id = c.Id, type = "function", function = new { name = c.Name, arguments = c.Arguments } }),
        }));

    public static (int, string) Text(string id, int input, int output, string text) =>
        (200, Completion(id, "stop", input, output, new { role = "assistant", content = text }));

    public static (int, string) Error(int status, string message) =>
        (status, JsonSerializer.Serialize(new { error = new { message, type = "error", code = "error" } }));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private static string Completion(string id, string finish, int input, int output, object message) => JsonSerializer.Serialize(new
    {
        id,
        @object = "chat.completion",
        created = 1_780_000_000,
        model = "test-model-2026",
        choices = new[] { new { index = 0, message, finish_reason = finish } },
        usage = new
        {
            prompt_tokens = input,
            completion_tokens = output,
            total_tokens = input + output,
            prompt_tokens_details = new { cached_tokens = 7 },
            completion_tokens_details = new { reasoning_tokens = 3 },
        },
    });

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (_stop.IsCancellationRequested && e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, _stop.Token) == 1)
        {
            head.Append((char)buffer[0]);
        }

        var length = head.ToString().Split("\r\n")
            .Where(static l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(static l => int.Parse(l.Split(':')[1], CultureInfo.InvariantCulture)).Single();
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, _stop.Token);
        Requests.Enqueue((head.ToString(), JsonDocument.Parse(body).RootElement));

        var (status, reply) = _replies.Count > 1 ? _replies.Dequeue() : _replies.Peek();
        var bytes = Encoding.UTF8.GetBytes(reply);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n"), _stop.Token);
        await stream.WriteAsync(bytes, _stop.Token);
    }
}
