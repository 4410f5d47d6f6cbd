# What is claimed of each cell. Written by MatrixTests; UPDATE_SNAPSHOTS=1 accepts a change.

instance
    direct, `?.`, `this.`, lambda, local function, async method, iterator, top-level statement: direct [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic]; ASL2000 [awaitable without | async void]
    field initialiser, property initialiser, interpolation, pattern: direct [int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic]; ASL2000 [awaitable without]
    constructor initialiser: direct [int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int>]; ASL2000 [awaitable without]
    another assembly: direct [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic | async void]; ASL2000 [awaitable without]
    method group: ASL2001 [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | awaitable without | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic | async void]
    dynamic argument, reflection, expression tree: ASL2002 [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | awaitable without | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | dynamic | async void]
    tool table: table [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | ref int | dynamic]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Task<Stream> | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]
    parameters, Task<int>: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

static
    direct, `using static`, lambda, local function, async method, iterator, top-level statement: direct [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic]; ASL2000 [awaitable without | async void]
    field initialiser, property initialiser, interpolation, pattern: direct [int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic]; ASL2000 [awaitable without]
    constructor initialiser: direct [int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int>]; ASL2000 [awaitable without]
    another assembly: direct [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic | async void]; ASL2000 [awaitable without]
    method group: ASL2001 [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | awaitable without | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic | async void]
    dynamic argument, reflection, expression tree: ASL2002 [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | awaitable without | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | dynamic | async void]
    tool table: table [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | ref int | dynamic]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Task<Stream> | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

instance, [LlmCall]
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]

instance, [AgentRun]
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]

internal type
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

nested type
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

record
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

sealed, partial
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

obsolete
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

experimental
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

nullable disabled
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

escaped names
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

unicode names
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

mutable struct
    direct, `?.`, `this.`, lambda, local function, async method, iterator, top-level statement: direct [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | Span<int> | dynamic]; ASL2000 [awaitable without | ref int | async void]
    field initialiser, property initialiser, interpolation, pattern: direct [int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | Span<int> | dynamic]; ASL2000 [awaitable without | ref int]
    constructor initialiser: direct [int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | Span<int>]; ASL2000 [awaitable without | ref int]
    another assembly: direct [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | Span<int> | dynamic | async void]; ASL2000 [awaitable without | ref int]
    method group: ASL2001 [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | awaitable without | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic | async void]
    dynamic argument, reflection, expression tree: ASL2002 [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | awaitable without | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | dynamic | async void]
    tool table: table [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | dynamic]; ASL2004 [awaitable without | ref int | async void]; ASL1012 [Stream | Task<Stream> | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

readonly struct
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | Span<int>]; ASL2000 [awaitable without | ref int | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int>]; ASL2004 [awaitable without | ref int | async void]; ASL1012 [Stream | Span<int>]

readonly method of a struct
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | Span<int>]; ASL2000 [awaitable without | ref int | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int>]; ASL2004 [awaitable without | ref int | async void]; ASL1012 [Stream | Span<int>]

record struct
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | Span<int>]; ASL2000 [awaitable without | ref int | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int>]; ASL2004 [awaitable without | ref int | async void]; ASL1012 [Stream | Span<int>]

extension method
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

extension method, called as static
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

extension block, compiler before .NET 10's
    direct: ASL2000 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, another assembly: ASL2000 [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    expression tree: ASL2002 [int | Task<int>]
    tool table: ASL2004 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]
    parameters, int: ASL2000 [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | pointer | ref struct | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]

generic method
    direct, `?.`, `this.`, lambda, local function, async method, iterator, top-level statement: direct [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic]; ASL2000 [awaitable without | async void]
    field initialiser, property initialiser, interpolation, pattern: direct [int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic]; ASL2000 [awaitable without]
    constructor initialiser: direct [int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int>]; ASL2000 [awaitable without]
    another assembly: direct [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic | async void]; ASL2000 [awaitable without]
    method group: ASL2001 [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | awaitable without | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic | async void]
    dynamic argument, expression tree: ASL2002 [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | awaitable without | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | dynamic | async void]
    tool table: ASL1012 [void | int | string? | Task | Task<int> | ValueTask | ValueTask<int> | awaitable with a builder | List<int> | IEnumerable<int> | IEnumerable | IAsyncEnumerable<int> | Task<IAsyncEnumerable<int>> | Stream | Task<Stream> | ref int | Span<int> | dynamic]; ASL2004 [awaitable without | async void]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

generic static method
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `using static`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 [awaitable without | async void]

generic type
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 [awaitable without | async void]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

static method of a generic type
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `using static`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 [awaitable without | async void]

generic method of a generic type
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 [awaitable without | async void]

nested in a generic type
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 [awaitable without | async void]

generic struct
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | Span<int>]; ASL2000 [awaitable without | ref int | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | Span<int>]; ASL2004 [awaitable without | ref int | async void]

private in a generic type, partial
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    expression tree: ASL2002 [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 [awaitable without | async void]

private in a generic type
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    expression tree: ASL2002 [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 [awaitable without | async void]

private generic method, partial
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 [awaitable without | async void]

on a type parameter of class type
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 ASL2004 [awaitable without | async void]

on a type parameter of interface type
    direct: ASL2000 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int | async void]; ASL2000 ASL2004 [awaitable without]; ASL1012 ASL2000 [Stream | Span<int>]

on a type parameter of interface and class type
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]; ASL2000 ASL2004 [awaitable without]

static abstract
    direct: ASL2000 ASL2004 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]

private, partial class
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

private, plain class
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

private, partial struct
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | Span<int>]; ASL2000 [awaitable without | ref int | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int>]; ASL2004 [awaitable without | ref int | async void]; ASL1012 [Stream | Span<int>]

private, plain struct
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | Span<int>]; ASL2000 [awaitable without | ref int | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int>]; ASL2004 [awaitable without | ref int | async void]; ASL1012 [Stream | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

private, plain record
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

private static, partial class
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

private static, plain class
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

private, partial static class
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

private, plain static class
    direct: ASL2000 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]
    lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: ASL2000 [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL2004 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]

private, nested in partial types
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

protected, partial class
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

protected, called by a derived class
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

private protected
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

protected internal
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without | async void]; ASL1012 [Stream | Span<int>]

private in an interface
    direct: ASL2000 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: ASL2000 [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL2004 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]

of a private nested type
    direct: ASL2000 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: ASL2000 [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL2004 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]

of a private nested partial type
    direct: ASL2000 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern: ASL2000 [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL2004 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]

of a file-local type
    direct: ASL2000 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]
    `?.`, lambda, local function, async method, iterator, interpolation, pattern: ASL2000 [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: ASL2004 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]

interface
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

interface, a struct behind it
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

interface, implemented explicitly
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

interface and class annotated, called through the interface
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

interface and class annotated, called through the class
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

class annotated alone, called through the interface
    direct: ASL2005 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 ASL2005 [awaitable without]; ASL1012 ASL2005 [Stream | Span<int>]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, dynamic argument, expression tree: ASL2005 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 ASL2005 [awaitable without]; ASL1012 ASL2005 [Stream | Span<int>]

interface annotated alone, called through the class
    direct: ASL2005 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 [awaitable without]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, expression tree: ASL2005 [int | Task<int>]
    dynamic argument: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

default interface method
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

interface of an interface
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

explicit implementation annotated
    direct, tool table: ASL2004 ASL2005 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, dynamic argument, expression tree: ASL2004 ASL2005 [int | Task<int>]

abstract
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

virtual
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, `this.`, `base.` in a partial type, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    `base.` in a plain type: ASL2000 [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]
    parameters, int: direct [ref | out | in | in, by value | ref readonly | params array | params array, none | params array, as such | params span | params collection | span | scoped span | optional, left out | optional, given | optional enum | named, out of order | caller info | caller expression | tuple | nullable value | nullable reference | record | delegate | dynamic | CancellationToken last | CancellationToken first | escaped name | unicode name | names of generated locals | [Sensitive]]; ASL2000 [pointer | ref struct]

virtual, overridden
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

override of an annotated member
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, `this.`, `base.` in a partial type, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    `base.` in a plain type: ASL2000 [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

override annotated alone
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, `this.`, `base.` in a partial type, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    `base.` in a plain type: ASL2000 [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 ASL2005 [awaitable without]; ASL1012 ASL2005 [Stream | Span<int>]

override annotated alone, called through the base
    direct: ASL2005 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 ASL2005 [awaitable without]; ASL1012 ASL2005 [Stream | Span<int>]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, dynamic argument, expression tree: ASL2005 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 ASL2005 [awaitable without]; ASL1012 ASL2005 [Stream | Span<int>]

inherited
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, `this.`, `base.` in a partial type, `base.` in a plain type, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

hidden by new
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

partial method with a body
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

partial method, annotated at its body
    direct: direct [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2000 [awaitable without]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly: direct [int | Task<int>]
    method group: ASL2001 [int | Task<int>]
    dynamic argument, reflection, expression tree: ASL2002 [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL2004 [awaitable without]; ASL1012 [Stream | Span<int>]

callee-owned
    direct: callee [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 CS8795 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, dynamic argument, reflection, expression tree: callee [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL1012 [Stream | Span<int>]

callee-owned, static
    direct: callee [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 CS8795 [awaitable without | async void]
    `using static`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, dynamic argument, reflection, expression tree: callee [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL1012 [Stream | Span<int>]

callee-owned, private
    direct: callee [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 CS8795 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, method group, dynamic argument, expression tree: callee [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL1012 [Stream | Span<int>]

callee-owned, struct
    direct: callee [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream]; ASL2004 CS8795 [awaitable without | ref int | Span<int> | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, dynamic argument, reflection, expression tree: callee [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int>]; ASL1012 [Stream]

callee-owned, generic type
    direct: callee [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 CS8795 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, dynamic argument, reflection, expression tree: callee [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]

callee-owned, generic method
    direct: callee [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 CS8795 [awaitable without | async void]
    `?.`, `this.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, dynamic argument, expression tree: callee [int | Task<int>]
    tool table: ASL1012 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]

callee-owned, behind an interface
    direct: callee [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]; ASL2004 CS8795 [awaitable without | async void]
    `?.`, lambda, local function, async method, iterator, field initialiser, property initialiser, constructor initialiser, interpolation, pattern, top-level statement, another assembly, method group, dynamic argument, reflection, expression tree: callee [int | Task<int>]
    tool table: table [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | IEnumerable<int> | IAsyncEnumerable<int> | ref int]; ASL1012 [Stream | Span<int>]

local function
    direct: ASL2000 ASL2004 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int> | async void]

operator
    direct: ASL2004 [int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | Span<int>]

of a ref struct
    direct: ASL2000 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]
    lambda, local function, async method, iterator, interpolation, pattern, top-level statement, another assembly: ASL2000 [int | Task<int>]
    tool table: ASL2004 [void | int | Task | Task<int> | ValueTask<int> | awaitable with a builder | awaitable without | IEnumerable<int> | IAsyncEnumerable<int> | Stream | ref int | Span<int>]
