using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog;

namespace Strict.Shapes;

#pragma warning disable ASL1012 // these tools are recorded where they are called, and offered to no model

/// <summary>Days.</summary>
[Flags]
public enum Days
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>One.</summary>
    One = 1,

    /// <summary>Two.</summary>
    Two = 2,
}

/// <summary>A place.</summary>
/// <param name="Name">The name.</param>
/// <param name="Height">The height.</param>
public record Place(string Name, double Height);

/// <summary>A place with more.</summary>
/// <param name="Name">The name.</param>
/// <param name="Height">The height.</param>
/// <param name="Depth">The depth.</param>
public sealed record DeepPlace(string Name, double Height, int Depth) : Place(Name, Height);

/// <summary>A reply.</summary>
/// <param name="Text">The text.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
public sealed record Reply(string Text, int InputTokens, int OutputTokens);

/// <summary>Tools that an interface has.</summary>
public interface ITides
{
    /// <summary>The tide.</summary>
    /// <param name="hour">The hour.</param>
    /// <returns>Metres.</returns>
    [AgentTool]
    double At(int hour);
}

/// <summary>Implements.</summary>
public class Tides : ITides
{
    /// <inheritdoc/>
    public virtual double At(int hour) => hour;
}

/// <summary>A base.</summary>
public abstract class Boat
{
    /// <summary>Sails.</summary>
    /// <param name="hours">How long.</param>
    /// <returns>How far.</returns>
    [AgentTool]
    public abstract int Sail(int hours);

    /// <summary>Rows.</summary>
    /// <param name="hours">How long.</param>
    /// <returns>How far.</returns>
    [AgentTool]
    public virtual int Row(int hours) => hours;
}

/// <summary>A sailing boat.</summary>
public partial class Dinghy : Boat
{
    /// <inheritdoc/>
    public override int Sail(int hours) => hours * 2;

    /// <inheritdoc/>
    public override int Row(int hours) => base.Row(hours) + 1;
}

/// <summary>A struct.</summary>
public struct Counter : IEquatable<Counter>
{
    /// <summary>The value.</summary>
    public int Value { get; set; }

    /// <summary>Adds.</summary>
    /// <param name="by">How much.</param>
    /// <returns>The value.</returns>
    [AgentTool]
    public int Add(int by) => Value += by;

    /// <inheritdoc/>
    public readonly bool Equals(Counter other) => Value == other.Value;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Counter other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => Value;

    /// <summary>Equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Other.</param>
    /// <returns>Whether.</returns>
    public static bool operator ==(Counter left, Counter right) => left.Equals(right);

    /// <summary>Unequal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Other.</param>
    /// <returns>Whether.</returns>
    public static bool operator !=(Counter left, Counter right) => !left.Equals(right);
}

/// <summary>Static and extension tools.</summary>
public static class Texts
{
    /// <summary>Joins.</summary>
    /// <param name="text">One.</param>
    /// <param name="others">Others.</param>
    /// <returns>Joined.</returns>
    [AgentTool]
    public static string JoinAll(this string text, params string[] others) => text + string.Concat(others);
}

/// <summary>Generic.</summary>
/// <typeparam name="T">Of what.</typeparam>
public partial class Pool<T>
    where T : class, new()
{
    private readonly List<T> _items = [];

    /// <summary>Rents.</summary>
    /// <typeparam name="TKey">By what.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>It.</returns>
    [AgentTool]
    public virtual T Rent<TKey>(TKey key)
        where TKey : notnull => Take() ?? new T();

    /// <summary>Takes.</summary>
    /// <returns>It.</returns>
    [AgentTool]
    private T? Take() => _items.Count > 0 ? _items[0] : null;
}

/// <summary>Many shapes.</summary>
public partial class Surf
{
    private readonly Dictionary<string, int> _seen = [];

    /// <summary>Void.</summary>
    /// <param name="name">Name.</param>
    [AgentTool]
    public void See(string name) => _seen[name] = 1;

    /// <summary>Task.</summary>
    /// <param name="name">Name.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>Done.</returns>
    [AgentTool]
    public async Task LookAsync(string name, CancellationToken cancellationToken = default)
    {
        await Task.Delay(1, cancellationToken).ConfigureAwait(false);
        See(name);
    }

    /// <summary>Value task.</summary>
    /// <param name="place">Place.</param>
    /// <param name="days">Days.</param>
    /// <param name="at">When.</param>
    /// <param name="note">Note.</param>
    /// <returns>Place.</returns>
    [AgentTool]
    public virtual ValueTask<Place?> FindAsync(Place place, Days days, DateTimeOffset? at = null, [Sensitive("note")] string? note = null) =>
        ValueTask.FromResult<Place?>(days == Days.None ? null : place);

    /// <summary>Stream.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>Items.</returns>
    [AgentTool]
    public virtual async IAsyncEnumerable<int> CountAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(1, cancellationToken).ConfigureAwait(false);
            yield return i;
        }
    }

    /// <summary>Sequence.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Items.</returns>
    [AgentTool]
    public virtual IEnumerable<Place> Walk(int count) => Enumerable.Range(0, count).Select(static i => new Place("p", i));

    /// <summary>Tuples, maps, and anything.</summary>
    /// <param name="names">Names.</param>
    /// <param name="more">More.</param>
    /// <param name="pair">Pair.</param>
    /// <returns>Pair.</returns>
    [AgentTool(Effect = ToolEffect.Write)]
    public virtual (int Count, string First) Gather(IReadOnlyList<string> names, IReadOnlyDictionary<string, Place> more, (int A, string B) pair) =>
        (names?.Count ?? more?.Count ?? pair.A, pair.B);

    /// <summary>Anything.</summary>
    /// <param name="thing">Thing.</param>
    /// <returns>Thing.</returns>
    [AgentTool]
    public virtual object? Keep(object? thing) => thing;

    /// <summary>Tries.</summary>
    /// <param name="text">Text.</param>
    /// <param name="value">Value.</param>
    /// <returns>Whether.</returns>
    [AgentTool]
    public virtual bool TryRead(string text, out int value) => int.TryParse(text, out value);

    /// <summary>Not CLS-compliant, and says so.</summary>
    /// <param name="mask">Mask.</param>
    /// <returns>Mask.</returns>
    [CLSCompliant(false)]
    [AgentTool]
    public virtual uint Mask(ulong mask) => (uint)mask;

    [LlmCall(Model = "m", Provider = "p")]
    private static Task<Reply> PromptAsync(string prompt) => Task.FromResult(new Reply(prompt, 1, 2));

    /// <summary>Records itself.</summary>
    /// <param name="depth">Depth.</param>
    /// <returns>Text.</returns>
    [AgentTool]
    public virtual partial Task<string> DiveAsync(int depth);

    private async Task<string> DiveAsyncCore(int depth)
    {
        await LookAsync("dive").ConfigureAwait(false);
        return $"{depth}";
    }

    /// <summary>Runs.</summary>
    /// <param name="task">Task.</param>
    /// <returns>Answer.</returns>
    [AgentRun(Name = "surf")]
    public async Task<string> RunAsync(string task)
    {
        var reply = await PromptAsync(task).ConfigureAwait(false);
        See(reply.Text);
        var found = await FindAsync(new DeepPlace("a", 1, 2), Days.One | Days.Two).ConfigureAwait(false);
        var sum = 0;
        await foreach (var i in CountAsync(3).ConfigureAwait(false))
        {
            sum += i;
        }

        foreach (var place in Walk(2))
        {
            sum += place.Name.Length;
        }

        var counter = new Counter();
        var (count, first) = Gather(["a"], new Dictionary<string, Place>(), (1, "b"));
        sum += counter.Add(count) + (TryRead("1", out var read) ? read : 0) + (int)Mask(3) + "a".JoinAll("b", first).Length;
        sum += ((ITides)new Tides()).At(1) > 0 ? 1 : 0;
        sum += new Dinghy().Row(1) + ((Boat)new Dinghy()).Sail(2);
        var thing = Keep(new Place("c", 3)) ?? new Pool<Surf>().Rent(1);
        return $"{await DiveAsync(sum).ConfigureAwait(false)}{found}{thing}{new Shadow.Hidden().Use()}";
    }
}

/// <summary>The log.</summary>
[StepLog]
public partial class SurfLog;
