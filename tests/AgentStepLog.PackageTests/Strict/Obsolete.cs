using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog;

namespace Strict.Obsolete;

/// <summary>Kinds.</summary>
public enum Kind
{
    /// <summary>None.</summary>
    None,

    /// <summary>Plain.</summary>
    [Obsolete("use None")]
    Old,

    /// <summary>Error.</summary>
    [Obsolete("use None", error: true)]
    Older,

    /// <summary>With an id.</summary>
    [Obsolete("use None", DiagnosticId = "MINE001")]
    Oldest,
}

/// <summary>An item with members that are no longer to be used.</summary>
public class Item
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Old.</summary>
    [Obsolete("use Name")]
    public string? Title { get; set; }

    /// <summary>Older.</summary>
    [Obsolete("use Name", error: true)]
    public string? Label { get; set; }

    /// <summary>With an id.</summary>
    [Obsolete("use Name", DiagnosticId = "MINE002")]
    public string? Caption { get; set; }
}

/// <summary>A type that is no longer to be used.</summary>
[Obsolete("use Item", error: true)]
public class OldItem
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = "";
}

/// <summary>A type that is tried.</summary>
[Experimental("MINE003")]
public class TriedItem
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = "";
}

/// <summary>A desk.</summary>
public partial class Desk
{
    /// <summary>Finds.</summary>
    /// <param name="name">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    public virtual string Find(string name) => name;

    /// <summary>Looks up.</summary>
    /// <param name="name">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [Obsolete("use Find")]
    public virtual string Lookup(string name) => name;

    /// <summary>Looks up.</summary>
    /// <param name="name">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [Obsolete("use Find", error: true)]
    public virtual string Search(string name) => name;

    /// <summary>Looks up.</summary>
    /// <param name="name">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [Obsolete("use Find", DiagnosticId = "MINE004")]
    public virtual string Seek(string name) => name;

    /// <summary>Looks up.</summary>
    /// <param name="name">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [Obsolete("use Find")]
    public virtual Task<string> ScanAsync(string name) => Task.FromResult(name);

    /// <summary>Keeps.</summary>
    /// <param name="item">What.</param>
    /// <param name="kind">Of which kind.</param>
    /// <returns>It.</returns>
    [AgentTool]
    public virtual Item Keep(Item item, Kind kind) => kind == Kind.None ? new Item() : item;

    /// <summary>Keeps.</summary>
    /// <param name="item">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [Obsolete("use Keep", error: true)]
    public virtual OldItem KeepOld(OldItem item) => item;

    /// <summary>Tries.</summary>
    /// <param name="name">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [Experimental("MINE005")]
    public virtual string Attempt(string name) => name;

    /// <summary>Tries.</summary>
    /// <param name="item">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [Experimental("MINE005")]
    public virtual TriedItem AttemptItem(TriedItem item) => item;

    /// <summary>Loads.</summary>
    /// <param name="name">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [RequiresUnreferencedCode("It loads code.")]
    [RequiresDynamicCode("It makes code.")]
    public virtual string Load(string name) => name;

    /// <summary>Beeps.</summary>
    /// <param name="name">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [SupportedOSPlatform("windows")]
    public virtual string Beep(string name) => name;

    /// <summary>Records itself.</summary>
    /// <param name="name">What.</param>
    /// <returns>It.</returns>
    [AgentTool]
    [Obsolete("use Find")]
    public virtual partial string Measure(string name);

    private static string MeasureCore(string name) => name;
}

/// <summary>Uses the desk.</summary>
public static class DeskUser
{
    /// <summary>Uses it.</summary>
    /// <param name="desk">It.</param>
    /// <returns>Text.</returns>
    public static async Task<string> UseAsync(Desk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        using var log = DeskLog.InMemory();
        var found = desk.Find("a") + desk.Keep(new Item(), Kind.None).Name;
        await Task.Yield();
        var count = 0;
        foreach (var step in log.Steps)
        {
            if (step is DeskLog.FindStep or DeskLog.LookupStep or DeskLog.SearchStep or DeskLog.KeepStep)
            {
                count++;
            }
        }

        return found + count;
    }

    /// <summary>Uses it.</summary>
    /// <param name="desk">It.</param>
    /// <returns>Tools.</returns>
    [RequiresUnreferencedCode("It loads code.")]
    [RequiresDynamicCode("It makes code.")]
    public static ToolTable Table(Desk desk) => desk.AgentTools();
}

/// <summary>The log.</summary>
[StepLog(typeof(Desk), typeof(Cls.Adder))]
public partial class DeskLog;
