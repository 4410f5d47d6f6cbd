namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>Sequences and dictionaries of every kind that System.Text.Json knows, and some that it does not.</summary>
internal static class CollectionRows
{
    private static readonly string[] s_unfitLists = ["\"x\"", "5", "{}", "[\"x\"]", "[1,null]", "\"[1]\""];
    private static readonly string[] s_unfitMaps = ["\"x\"", "5", "[]", "{\"a\":\"x\"}", "{\"a\":null}"];

    public static readonly IReadOnlyList<TypeRow> All =
    [
        List("Array", "int[]") with { IsEverywhere = true },
        List("ListOf", "List<int>"),
        List("IListOf", "IList<int>"),
        List("ICollectionOf", "ICollection<int>"),
        List("IEnumerableOf", "IEnumerable<int>"),
        List("IReadOnlyListOf", "IReadOnlyList<int>"),
        List("IReadOnlyCollectionOf", "IReadOnlyCollection<int>"),
        List("HashSetOf", "HashSet<int>"),
        List("ISetOf", "ISet<int>"),
        List("IReadOnlySetOf", "IReadOnlySet<int>"),
        List("SortedSetOf", "SortedSet<int>"),
        List("QueueOf", "Queue<int>"),
        List("StackOf", "Stack<int>"),
        List("LinkedListOf", "LinkedList<int>"),
        List("CollectionOf", "Collection<int>"),
        List("ObservableCollectionOf", "ObservableCollection<int>"),
        List("ReadOnlyCollectionOf", "ReadOnlyCollection<int>"),
        List("ConcurrentQueueOf", "ConcurrentQueue<int>"),
        List("ConcurrentStackOf", "ConcurrentStack<int>"),
        List("ConcurrentBagOf", "ConcurrentBag<int>"),
        List("ImmutableArrayOf", "ImmutableArray<int>"),
        List("ImmutableListOf", "ImmutableList<int>"),
        List("ImmutableHashSetOf", "ImmutableHashSet<int>"),
        List("ImmutableSortedSetOf", "ImmutableSortedSet<int>"),
        List("ImmutableQueueOf", "ImmutableQueue<int>"),
        List("ImmutableStackOf", "ImmutableStack<int>"),
        List("IImmutableListOf", "IImmutableList<int>"),
        List("MemoryOf", "ReadOnlyMemory<int>"),
        List("SegmentOf", "ArraySegment<int>"),
        List("AsyncOf", "IAsyncEnumerable<int>"),
        List("OwnList", "OwnList") with { Declarations = "public sealed class OwnList : List<int>;" },
        new("Jagged", "int[][]", ["[[1],[]]"], ["[1]", "[null]"]),
        new("Square", "int[,]", ["[[1]]"], ["[1]"]),
        new("ListOfLists", "List<List<string>>", ["[[\"a\"],[]]"], ["[\"a\"]", "[[1]]"]),
        new("PlainEnumerable", "System.Collections.IEnumerable", ["[1,\"x\"]"], ["5"]),
        new("PlainList", "System.Collections.ArrayList", ["[1,\"x\"]"], ["5"]),
        Map("DictionaryOf", "Dictionary<string, int>") with { IsEverywhere = true },
        Map("IDictionaryOf", "IDictionary<string, int>"),
        Map("IReadOnlyDictionaryOf", "IReadOnlyDictionary<string, int>"),
        Map("SortedDictionaryOf", "SortedDictionary<string, int>"),
        Map("SortedListOf", "SortedList<string, int>"),
        Map("ConcurrentDictionaryOf", "ConcurrentDictionary<string, int>"),
        Map("ImmutableDictionaryOf", "ImmutableDictionary<string, int>"),
        Map("ImmutableSortedDictionaryOf", "ImmutableSortedDictionary<string, int>"),
        Map("FrozenDictionaryOf", "System.Collections.Frozen.FrozenDictionary<string, int>"),
        Map("OwnMap", "OwnMap") with { Declarations = "public sealed class OwnMap : Dictionary<string, int>;" },
        new("ByNumber", "Dictionary<int, string>", ["{\"1\":\"a\",\"-2\":\"b\"}"], ["{\"x\":\"a\"}", "{\"1\":1}"]),
        new("ByGuid", "Dictionary<Guid, int>", ["{\"6f9619ff-8b86-d011-b42d-00c04fc964ff\":1}"], ["{\"x\":1}"]),
        new("ByDate", "Dictionary<DateTime, int>", ["{\"2026-11-21T09:00:00\":1}"], ["{\"x\":1}"]),
        new("ByEnum", "Dictionary<ByEnumKey, int>", ["{\"Up\":1}"], ["{\"up\":1}", "{\"x\":1}"]) { Declarations = "public enum ByEnumKey { Up, Down }" },
        new("ByFlags", "Dictionary<ByFlagsKey, int>", ["{\"Up, Down\":1,\"Up, 8\":2}", "{\"8\":1,\"0\":2}"], ["{\"up\":1}", "{\"3\":1}"]) { Declarations = "[Flags] public enum ByFlagsKey { Up = 1, Down = 2 }" },
        new("ByBoolean", "Dictionary<bool, int>", ["{\"true\":1}"], ["{\"x\":1}"]),
        new("ByObject", "Dictionary<object, int>", ["{\"x\":1}"], ["[]"]),
        new("Entry", "KeyValuePair<string, int>", ["{\"key\":\"a\",\"value\":1}"], ["[\"a\",1]", "{\"key\":\"a\"}"]),
        new("Entries", "List<KeyValuePair<string, int>>", ["[{\"key\":\"a\",\"value\":1}]"], ["{\"a\":1}"]),
        new("Hash", "System.Collections.Hashtable", ["{\"a\":1}"], ["[]"]),
    ];

    private static TypeRow List(string name, string type) => new(name, type, ["[1,2,3]", "[]", "[2,2]"], s_unfitLists);

    private static TypeRow Map(string name, string type) => new(name, type, ["{\"a\":1,\"b\":2}", "{}", "{\"$id\":1,\"\":2}"], s_unfitMaps);
}
