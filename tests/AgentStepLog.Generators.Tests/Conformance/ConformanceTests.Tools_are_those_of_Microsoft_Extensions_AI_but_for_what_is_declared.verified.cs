# Signature, aspect, place or arguments: theirs → ours. Written by ConformanceTests; UPDATE_SNAPSHOTS=1 accepts a change.

## types that cannot be made from JSON
BigInteger_Parameter tool : function that fails → none
BigInteger_Nullable tool : function that fails → none
BigInteger_NullDefault tool : function that fails → none
BigInteger_Awaited tool : function that fails → none
BigInteger_Property tool : function that fails → none
BigInteger_NullableProperty tool : function that fails → none
BigInteger_RecordParameter tool : function that fails → none
BigInteger_Item tool : function that fails → none
BigInteger_NullableItem tool : function that fails → none
BigInteger_Value tool : function that fails → none
Rune_Parameter tool : function that fails → none
Rune_Nullable tool : function that fails → none
Rune_NullDefault tool : function that fails → none
Rune_Awaited tool : function that fails → none
Rune_Property tool : function that fails → none
Rune_NullableProperty tool : function that fails → none
Rune_RecordParameter tool : function that fails → none
Rune_Item tool : function that fails → none
Rune_NullableItem tool : function that fails → none
Rune_Value tool : function that fails → none
Culture_Parameter tool : function that fails → none
Culture_Nullable tool : function that fails → none
Culture_NullDefault tool : function that fails → none
Culture_Awaited tool : function that fails → none
Culture_Property tool : function that fails → none
Culture_NullableProperty tool : function that fails → none
Culture_RecordParameter tool : function that fails → none
Culture_Item tool : function that fails → none
Culture_NullableItem tool : function that fails → none
Culture_Value tool : function that fails → none
Square_Parameter tool : function that fails → none
Square_Nullable tool : function that fails → none
Square_Property tool : function that fails → none
Square_Item tool : function that fails → none
Square_Value tool : function that fails → none
ByObject_Parameter tool : function that fails → none
ByObject_Nullable tool : function that fails → none
ByObject_Property tool : function that fails → none
ByObject_Item tool : function that fails → none
ByObject_Value tool : function that fails → none
Interfaced_Parameter tool : function that fails → none
Interfaced_Nullable tool : function that fails → none
Interfaced_Property tool : function that fails → none
Interfaced_Item tool : function that fails → none
Interfaced_Value tool : function that fails → none
Abstracted_Parameter tool : function that fails → none
Abstracted_Nullable tool : function that fails → none
Abstracted_Property tool : function that fails → none
Abstracted_Item tool : function that fails → none
Abstracted_Value tool : function that fails → none
Ambiguous_Parameter tool : function that fails → none
Ambiguous_Nullable tool : function that fails → none
Ambiguous_Property tool : function that fails → none
Ambiguous_Item tool : function that fails → none
Ambiguous_Value tool : function that fails → none
Hidden_Parameter tool : function that fails → none
Hidden_Nullable tool : function that fails → none
Hidden_Property tool : function that fails → none
Hidden_Item tool : function that fails → none
Hidden_Value tool : function that fails → none
Callback_Parameter tool : function that fails → none
Callback_Nullable tool : function that fails → none
Callback_Property tool : function that fails → none
Callback_Item tool : function that fails → none
Callback_Value tool : function that fails → none
StreamOf_Parameter tool : function that fails → none
StreamOf_Nullable tool : function that fails → none
StreamOf_Property tool : function that fails → none
StreamOf_Item tool : function that fails → none
StreamOf_Value tool : function that fails → none
TypeOf_Parameter tool : function that fails → none
TypeOf_Nullable tool : function that fails → none
TypeOf_Property tool : function that fails → none
TypeOf_Item tool : function that fails → none
TypeOf_Value tool : function that fails → none
Pointer_Parameter tool : function that fails → none
Pointer_Nullable tool : function that fails → none
Pointer_Property tool : function that fails → none
Pointer_Item tool : function that fails → none
Pointer_Value tool : function that fails → none

## structs of the framework without members that can be set
Index_Parameter tool : function → none
Index_Nullable tool : function → none
Index_NullDefault tool : function → none
Index_Awaited tool : function → none
Index_Property tool : function → none
Index_NullableProperty tool : function → none
Index_RecordParameter tool : function → none
Index_Item tool : function → none
Index_NullableItem tool : function → none
Index_Value tool : function → none

## types with a `[JsonConverter]` of the user's
Converted_Parameter tool : function → none
Converted_Nullable tool : function → none
Converted_Property tool : function → none
Converted_Item tool : function → none
Converted_Value tool : function → none

## untyped collections and asynchronous sequences as arguments
AsyncOf_Parameter tool : function → none
AsyncOf_Nullable tool : function → none
AsyncOf_Property tool : function → none
AsyncOf_Item tool : function → none
AsyncOf_Value tool : function → none
PlainEnumerable_Parameter tool : function → none
PlainEnumerable_Nullable tool : function → none
PlainEnumerable_Property tool : function → none
PlainEnumerable_Item tool : function → none
PlainEnumerable_Value tool : function → none
PlainList_Parameter tool : function → none
PlainList_Nullable tool : function → none
PlainList_Property tool : function → none
PlainList_Item tool : function → none
PlainList_Value tool : function → none
Hash_Parameter tool : function → none
Hash_Nullable tool : function → none
Hash_Property tool : function → none
Hash_Item tool : function → none
Hash_Value tool : function → none

## defaults that are no constant in JSON
DateTime_RecordDefault tool : JsonException → function
DateTimeOffset_RecordDefault tool : JsonException → function
DateOnly_RecordDefault tool : JsonException → function
TimeOnly_RecordDefault tool : JsonException → function
TimeSpan_RecordDefault tool : JsonException → function
Guid_RecordDefault tool : JsonException → function
ByteMemory_RecordDefault tool : JsonException → function
WritableMemory_RecordDefault tool : JsonException → function
OptionalFirst tool : JsonException → function
DefaultOddNumbers tool : ArgumentException → function

## demands of attributes on members of a result
AnnotatedMembers result /properties/e/enum: ["p","q"] → (none)
AnnotatedMembers result /properties/h/format: "uri" → (none)
AnnotatedMembers result /properties/a/maximum: 5 → (none)
AnnotatedMembers result /properties/a/minimum: 1 → (none)
AnnotatedMembers result /properties/c/pattern: "x+" → (none)
AnnotatedMembers result /properties/f/minItems: 1 → (none)
AnnotatedMembers result /properties/b/maxLength: 3 → (none)
ReturnsAnnotated result /properties/e/format: "email" → (none)
ReturnsAnnotated result /properties/a/maximum: 5 → (none)
ReturnsAnnotated result /properties/a/minimum: 1 → (none)
ReturnsAnnotated result /properties/c/pattern: "x+" → (none)
ReturnsAnnotated result /properties/d/minItems: 1 → (none)
ReturnsAnnotated result /properties/b/maxLength: 3 → (none)

## XML documentation
Documented description :  → Looks something up.
Documented schema /properties/a/description: (none) → "What to look up."

## enum members that are explained
Explained_Parameter schema /properties/a/description: (none) → "- None: Nothing.\n- Some: A bit."
Explained_Parameter result /description: (none) → "- None: Nothing.\n- Some: A bit."
Explained_Nullable schema /properties/a/description: (none) → "- None: Nothing.\n- Some: A bit."
Explained_Nullable result /description: (none) → "- None: Nothing.\n- Some: A bit."
Explained_Property schema /properties/a/properties/value/description: (none) → "- None: Nothing.\n- Some: A bit."
Explained_Property result /properties/value/description: (none) → "- None: Nothing.\n- Some: A bit."
Explained_Item schema /properties/a/items/description: (none) → "- None: Nothing.\n- Some: A bit."
Explained_Item result /items/description: (none) → "- None: Nothing.\n- Some: A bit."
Explained_Value schema /properties/a/additionalProperties/description: (none) → "- None: Nothing.\n- Some: A bit."
Explained_Value result /additionalProperties/description: (none) → "- None: Nothing.\n- Some: A bit."

## `[Flags]` enums
Rights_Parameter schema /properties/a/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Parameter result /description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Nullable schema /properties/a/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Nullable result /description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Default schema /properties/a/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Default result /description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_NullDefault schema /properties/a/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_NullDefault result /description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Awaited schema /properties/a/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Awaited result /description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Property schema /properties/a/properties/value/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Property result /properties/value/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_NullableProperty schema /properties/a/properties/value/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_NullableProperty result /properties/value/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_RecordParameter schema /properties/a/properties/value/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_RecordParameter result /properties/value/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_RecordDefault schema /properties/a/properties/value/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_RecordDefault result /properties/value/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Item schema /properties/a/items/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Item result /items/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_NullableItem schema /properties/a/items/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_NullableItem result /items/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Value schema /properties/a/additionalProperties/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Rights_Value result /additionalProperties/description: (none) → "One or more of None, Read, Write, Both, with commas between them."
Combined_Parameter schema /properties/a/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Parameter result /description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Nullable schema /properties/a/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Nullable result /description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Default schema /properties/a/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Default result /description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_NullDefault schema /properties/a/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_NullDefault result /description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Awaited schema /properties/a/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Awaited result /description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Property schema /properties/a/properties/value/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Property result /properties/value/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_NullableProperty schema /properties/a/properties/value/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_NullableProperty result /properties/value/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_RecordParameter schema /properties/a/properties/value/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_RecordParameter result /properties/value/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_RecordDefault schema /properties/a/properties/value/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_RecordDefault result /properties/value/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Item schema /properties/a/items/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Item result /items/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_NullableItem schema /properties/a/items/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_NullableItem result /items/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Value schema /properties/a/additionalProperties/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Combined_Value result /additionalProperties/description: (none) → "One or more of None, Read, Write, ReadWrite, Delete, with commas between them."
Unnamed_Parameter schema /properties/a/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Parameter result /description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Nullable schema /properties/a/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Nullable result /description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Default schema /properties/a/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Default result /description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_NullDefault schema /properties/a/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_NullDefault result /description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Awaited schema /properties/a/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Awaited result /description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Property schema /properties/a/properties/value/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Property result /properties/value/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_NullableProperty schema /properties/a/properties/value/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_NullableProperty result /properties/value/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_RecordParameter schema /properties/a/properties/value/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_RecordParameter result /properties/value/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_RecordDefault schema /properties/a/properties/value/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_RecordDefault result /properties/value/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Item schema /properties/a/items/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Item result /items/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_NullableItem schema /properties/a/items/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_NullableItem result /items/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Value schema /properties/a/additionalProperties/description: (none) → "One or more of Read, Write, with commas between them."
Unnamed_Value result /additionalProperties/description: (none) → "One or more of Read, Write, with commas between them."

## bits of `[Flags]` that no member names
Unnamed_Parameter call {"a":"Read, 8"}: refused → "Read, 8"
Unnamed_Parameter call {"a":"8"}: 8 → "8"
Unnamed_Parameter call {"a":"0"}: 0 → "0"
Unnamed_Parameter call {"a":"-4"}: -4 → "-4"
Unnamed_Nullable call {"a":"Read, 8"}: refused → "Read, 8"
Unnamed_Nullable call {"a":"8"}: 8 → "8"
Unnamed_Nullable call {"a":"0"}: 0 → "0"
Unnamed_Nullable call {"a":"-4"}: -4 → "-4"
Unnamed_Default schema /properties/a/default: 9 → "Read, 8"
Unnamed_Default call {"a":"Read, 8"}: refused → "Read, 8"
Unnamed_Default call {"a":"8"}: 8 → "8"
Unnamed_Default call {"a":"0"}: 0 → "0"
Unnamed_Default call {"a":"-4"}: -4 → "-4"
Unnamed_Default call {}: 9 → "Read, 8"
Unnamed_NullDefault call {"a":"Read, 8"}: refused → "Read, 8"
Unnamed_NullDefault call {"a":"8"}: 8 → "8"
Unnamed_NullDefault call {"a":"0"}: 0 → "0"
Unnamed_NullDefault call {"a":"-4"}: -4 → "-4"
Unnamed_Awaited call {"a":"Read, 8"}: refused → "Read, 8"
Unnamed_Awaited call {"a":"8"}: 8 → "8"
Unnamed_Awaited call {"a":"0"}: 0 → "0"
Unnamed_Awaited call {"a":"-4"}: -4 → "-4"
Unnamed_Property call {"a":{"value":"Read, 8"}}: refused → {"value":"Read, 8"}
Unnamed_Property call {"a":{}}: {"value":0} → {"value":"0"}
Unnamed_Property call {"a":{"value":null}}: refused → {"value":"0"}
Unnamed_NullableProperty call {"a":{"value":"Read, 8"}}: refused → {"value":"Read, 8"}
Unnamed_NullableProperty call {"a":{}}: {} → {"value":null}
Unnamed_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Unnamed_RecordParameter call {"a":{"value":"Read, 8"}}: refused → {"value":"Read, 8"}
Unnamed_RecordDefault schema /properties/a/properties/value/default: 9 → "Read, 8"
Unnamed_RecordDefault result /properties/value/default: 9 → "Read, 8"
Unnamed_RecordDefault call {"a":{"value":"Read, 8"}}: refused → {"value":"Read, 8"}
Unnamed_RecordDefault call {"a":{}}: {"value":9} → {"value":"Read, 8"}
Unnamed_Item call {"a":["Read, 8"]}: refused → ["Read, 8"]
Unnamed_Item call {"a":["Read, 8","Read, 8"]}: refused → ["Read, 8","Read, 8"]
Unnamed_NullableItem call {"a":["Read, 8"]}: refused → ["Read, 8"]
Unnamed_Value call {"a":{"k":"Read, 8"}}: refused → {"k":"Read, 8"}
ByFlags_Parameter call {"a":{"Up, Down":1,"Up, 8":2}}: refused → {"Up, Down":1,"Up, 8":2}
ByFlags_Nullable call {"a":{"Up, Down":1,"Up, 8":2}}: refused → {"Up, Down":1,"Up, 8":2}
ByFlags_Property call {"a":{"value":{"Up, Down":1,"Up, 8":2}}}: refused → {"value":{"Up, Down":1,"Up, 8":2}}
ByFlags_Property call {"a":{}}: {} → {"value":null}
ByFlags_Property call {"a":{"value":null}}: {} → {"value":null}
ByFlags_Item call {"a":[{"Up, Down":1,"Up, 8":2}]}: refused → [{"Up, Down":1,"Up, 8":2}]
ByFlags_Item call {"a":[{"Up, Down":1,"Up, 8":2},{"Up, Down":1,"Up, 8":2}]}: refused → [{"Up, Down":1,"Up, 8":2},{"Up, Down":1,"Up, 8":2}]
ByFlags_Value call {"a":{"k":{"Up, Down":1,"Up, 8":2}}}: refused → {"k":{"Up, Down":1,"Up, 8":2}}

## `[Description]` of an enum that may be null
Told_Nullable schema /properties/a/description: (none) → "How much."
Told_Nullable result /description: (none) → "How much."

## `[RegularExpression]`
AnnotatedMembers schema /properties/a/properties/c/pattern: "x+" → "^(?:x+)$"

## `[Range]` of dates and times
RangedDates schema /properties/a/maximum: "2026-12-31" → (none)
RangedDates schema /properties/a/minimum: "2026-01-01" → (none)
RangedDates schema /properties/a/description: (none) → "From 2026-01-01 to 2026-12-31."
RangedDates call {"a":"2025-05-01"}: "2025-05-01" → refused

## `[Required]`
Demanded schema /properties/b/type: ["string","null"] → "string"
Demanded schema /properties/c/type: ["integer","null"] → "integer"
Demanded schema /properties/a/minLength: (none) → 1
Demanded schema /properties/b/minLength: (none) → 1
AnnotatedMembers schema /properties/a/properties/d/type: ["string","null"] → "string"
AnnotatedMembers schema /properties/a/properties/d/minLength: (none) → 1

## enum names of one value
Alias_Parameter schema /properties/a/enum: ["First","Same","Second"] → ["First","Second"]
Alias_Parameter result /enum: ["First","Same","Second"] → ["First","Second"]
Alias_Nullable schema /properties/a/enum: ["First","Same","Second",null] → ["First","Second",null]
Alias_Nullable result /enum: ["First","Same","Second",null] → ["First","Second",null]
Alias_Property schema /properties/a/properties/value/enum: ["First","Same","Second"] → ["First","Second"]
Alias_Property result /properties/value/enum: ["First","Same","Second"] → ["First","Second"]
Alias_Item schema /properties/a/items/enum: ["First","Same","Second"] → ["First","Second"]
Alias_Item result /items/enum: ["First","Same","Second"] → ["First","Second"]
Alias_Value schema /properties/a/additionalProperties/enum: ["First","Same","Second"] → ["First","Second"]
Alias_Value result /additionalProperties/enum: ["First","Same","Second"] → ["First","Second"]

## nullability of items, dictionary values and members
String_Nullable result /type: "string" → ["string","null"]
String_NullDefault result /type: "string" → ["string","null"]
String_NullableItem schema /properties/a/items/type: "string" → ["string","null"]
String_NullableItem result /items/type: "string" → ["string","null"]
Uri_Nullable result /type: "string" → ["string","null"]
Uri_NullDefault result /type: "string" → ["string","null"]
Uri_NullableItem schema /properties/a/items/type: "string" → ["string","null"]
Uri_NullableItem result /items/type: "string" → ["string","null"]
Version_Nullable result /type: "string" → ["string","null"]
Version_NullDefault result /type: "string" → ["string","null"]
Version_NullableItem schema /properties/a/items/type: "string" → ["string","null"]
Version_NullableItem result /items/type: "string" → ["string","null"]
Bytes_Nullable result /type: "string" → ["string","null"]
Bytes_NullDefault result /type: "string" → ["string","null"]
Bytes_NullableItem schema /properties/a/items/type: "string" → ["string","null"]
Bytes_NullableItem result /items/type: "string" → ["string","null"]
JsonObject_Nullable result /type: "object" → ["object","null"]
JsonObject_NullDefault result /type: "object" → ["object","null"]
JsonObject_NullableItem schema /properties/a/items/type: "object" → ["object","null"]
JsonObject_NullableItem result /items/type: "object" → ["object","null"]
JsonArray_Nullable result /type: "array" → ["array","null"]
JsonArray_NullDefault result /type: "array" → ["array","null"]
JsonArray_NullableItem schema /properties/a/items/type: "array" → ["array","null"]
JsonArray_NullableItem result /items/type: "array" → ["array","null"]
Array_Nullable result /type: "array" → ["array","null"]
Array_NullDefault result /type: "array" → ["array","null"]
Array_NullableItem schema /properties/a/items/type: "array" → ["array","null"]
Array_NullableItem result /items/type: "array" → ["array","null"]
ListOf_Nullable result /type: "array" → ["array","null"]
IListOf_Nullable result /type: "array" → ["array","null"]
ICollectionOf_Nullable result /type: "array" → ["array","null"]
IEnumerableOf_Nullable result /type: "array" → ["array","null"]
IReadOnlyListOf_Nullable result /type: "array" → ["array","null"]
IReadOnlyCollectionOf_Nullable result /type: "array" → ["array","null"]
HashSetOf_Nullable result /type: "array" → ["array","null"]
ISetOf_Nullable result /type: "array" → ["array","null"]
IReadOnlySetOf_Nullable result /type: "array" → ["array","null"]
SortedSetOf_Nullable result /type: "array" → ["array","null"]
QueueOf_Nullable result /type: "array" → ["array","null"]
StackOf_Nullable result /type: "array" → ["array","null"]
LinkedListOf_Nullable result /type: "array" → ["array","null"]
CollectionOf_Nullable result /type: "array" → ["array","null"]
ObservableCollectionOf_Nullable result /type: "array" → ["array","null"]
ReadOnlyCollectionOf_Nullable result /type: "array" → ["array","null"]
ConcurrentQueueOf_Nullable result /type: "array" → ["array","null"]
ConcurrentStackOf_Nullable result /type: "array" → ["array","null"]
ConcurrentBagOf_Nullable result /type: "array" → ["array","null"]
ImmutableListOf_Nullable result /type: "array" → ["array","null"]
ImmutableHashSetOf_Nullable result /type: "array" → ["array","null"]
ImmutableSortedSetOf_Nullable result /type: "array" → ["array","null"]
ImmutableQueueOf_Nullable result /type: "array" → ["array","null"]
ImmutableStackOf_Nullable result /type: "array" → ["array","null"]
IImmutableListOf_Nullable result /type: "array" → ["array","null"]
OwnList_Nullable result /type: "array" → ["array","null"]
Jagged_Nullable schema /properties/a/items/type: ["array","null"] → "array"
Jagged_Nullable result /type: "array" → ["array","null"]
ListOfLists_Nullable schema /properties/a/items/type: ["array","null"] → "array"
ListOfLists_Nullable schema /properties/a/items/items/type: ["string","null"] → "string"
ListOfLists_Nullable result /type: "array" → ["array","null"]
DictionaryOf_Nullable result /type: "object" → ["object","null"]
DictionaryOf_NullDefault result /type: "object" → ["object","null"]
DictionaryOf_NullableItem schema /properties/a/items/type: "object" → ["object","null"]
DictionaryOf_NullableItem result /items/type: "object" → ["object","null"]
IDictionaryOf_Nullable result /type: "object" → ["object","null"]
IReadOnlyDictionaryOf_Nullable result /type: "object" → ["object","null"]
SortedDictionaryOf_Nullable result /type: "object" → ["object","null"]
SortedListOf_Nullable result /type: "object" → ["object","null"]
ConcurrentDictionaryOf_Nullable result /type: "object" → ["object","null"]
ImmutableDictionaryOf_Nullable result /type: "object" → ["object","null"]
ImmutableSortedDictionaryOf_Nullable result /type: "object" → ["object","null"]
FrozenDictionaryOf_Nullable result /type: "object" → ["object","null"]
OwnMap_Nullable result /type: "object" → ["object","null"]
ByNumber_Nullable schema /properties/a/additionalProperties/type: ["string","null"] → "string"
ByNumber_Nullable result /type: "object" → ["object","null"]
ByGuid_Nullable result /type: "object" → ["object","null"]
ByDate_Nullable result /type: "object" → ["object","null"]
ByEnum_Nullable result /type: "object" → ["object","null"]
ByFlags_Nullable result /type: "object" → ["object","null"]
ByBoolean_Nullable result /type: "object" → ["object","null"]
Entry_Parameter schema /properties/a/properties/key/type: ["string","null"] → "string"
Entry_Parameter result /properties/key/type: ["string","null"] → "string"
Entry_Nullable schema /properties/a/properties/key/type: ["string","null"] → "string"
Entry_Nullable result /properties/key/type: ["string","null"] → "string"
Entry_Property schema /properties/a/properties/value/properties/key/type: ["string","null"] → "string"
Entry_Property result /properties/value/properties/key/type: ["string","null"] → "string"
Entry_Item schema /properties/a/items/properties/key/type: ["string","null"] → "string"
Entry_Item result /items/properties/key/type: ["string","null"] → "string"
Entry_Value schema /properties/a/additionalProperties/properties/key/type: ["string","null"] → "string"
Entry_Value result /additionalProperties/properties/key/type: ["string","null"] → "string"
Entries_Parameter schema /properties/a/items/properties/key/type: ["string","null"] → "string"
Entries_Parameter result /items/properties/key/type: ["string","null"] → "string"
Entries_Nullable schema /properties/a/items/properties/key/type: ["string","null"] → "string"
Entries_Nullable result /type: "array" → ["array","null"]
Entries_Nullable result /items/properties/key/type: ["string","null"] → "string"
Entries_Property schema /properties/a/properties/value/items/properties/key/type: ["string","null"] → "string"
Entries_Property result /properties/value/items/properties/key/type: ["string","null"] → "string"
Entries_Item schema /properties/a/items/items/properties/key/type: ["string","null"] → "string"
Entries_Item result /items/items/properties/key/type: ["string","null"] → "string"
Entries_Value schema /properties/a/additionalProperties/items/properties/key/type: ["string","null"] → "string"
Entries_Value result /additionalProperties/items/properties/key/type: ["string","null"] → "string"
Record_Nullable schema /properties/a/properties/name/type: ["string","null"] → "string"
Record_Nullable result /type: "object" → ["object","null"]
Record_NullDefault schema /properties/a/properties/name/type: ["string","null"] → "string"
Record_NullDefault result /type: "object" → ["object","null"]
Record_NullableItem schema /properties/a/items/type: "object" → ["object","null"]
Record_NullableItem result /items/type: "object" → ["object","null"]
Plain_Nullable schema /properties/a/properties/name/type: ["string","null"] → "string"
Plain_Nullable result /type: "object" → ["object","null"]
Constructed_Nullable schema /properties/a/properties/name/type: ["string","null"] → "string"
Constructed_Nullable result /type: "object" → ["object","null"]
Chosen_Nullable result /type: "object" → ["object","null"]
Demanding_Nullable schema /properties/a/properties/name/type: ["string","null"] → "string"
Demanding_Nullable result /type: "object" → ["object","null"]
Initialised_Nullable schema /properties/a/properties/b/type: ["string","null"] → "string"
Initialised_Nullable result /type: "object" → ["object","null"]
Derived_Nullable result /type: "object" → ["object","null"]
Hiding_Nullable schema /properties/a/properties/a/type: ["string","null"] → "string"
Hiding_Nullable result /type: "object" → ["object","null"]
Named_Nullable schema /properties/a/properties/urlOfIt/type: ["string","null"] → "string"
Named_Nullable schema /properties/a/properties/first-name/type: ["string","null"] → "string"
Named_Nullable result /type: "object" → ["object","null"]
Ordered_Nullable result /type: "object" → ["object","null"]
Ignoring_Nullable result /type: "object" → ["object","null"]
Sided_Nullable result /type: "object" → ["object","null"]
Included_Nullable result /type: "object" → ["object","null"]
ReadOnlyMembers_Parameter result /properties/filled/type: ["array","null"] → "array"
ReadOnlyMembers_Nullable result /type: "object" → ["object","null"]
ReadOnlyMembers_Nullable result /properties/filled/type: ["array","null"] → "array"
ReadOnlyMembers_Property result /properties/value/properties/filled/type: ["array","null"] → "array"
ReadOnlyMembers_Item result /items/properties/filled/type: ["array","null"] → "array"
ReadOnlyMembers_Value result /additionalProperties/properties/filled/type: ["array","null"] → "array"
Privates_Nullable result /type: "object" → ["object","null"]
Extended_Nullable result /type: "object" → ["object","null"]
ExtendedByNode_Nullable result /type: "object" → ["object","null"]
Strict_Nullable result /type: "object" → ["object","null"]
NumberText_Nullable result /type: "object" → ["object","null"]
NumbersText_Nullable schema /properties/a/properties/b/type: ["array","null"] → "array"
NumbersText_Nullable result /type: "object" → ["object","null"]
Populated_Parameter result /properties/items/type: ["array","null"] → "array"
Populated_Nullable result /type: "object" → ["object","null"]
Populated_Nullable result /properties/items/type: ["array","null"] → "array"
Populated_Property result /properties/value/properties/items/type: ["array","null"] → "array"
Populated_Item result /items/properties/items/type: ["array","null"] → "array"
Populated_Value result /additionalProperties/properties/items/type: ["array","null"] → "array"
WithFields_Nullable result /type: "object" → ["object","null"]
Described_Nullable schema /properties/a/properties/b/type: ["string","null"] → "string"
Described_Nullable result /type: "object" → ["object","null"]
Generic_Nullable schema /properties/a/properties/items/type: ["array","null"] → "array"
Generic_Nullable result /type: "object" → ["object","null"]
Outer_Nullable schema /properties/a/properties/at/type: ["object","null"] → "object"
Outer_Nullable schema /properties/a/properties/map/type: ["object","null"] → "object"
Outer_Nullable schema /properties/a/properties/list/type: ["array","null"] → "array"
Outer_Nullable schema /properties/a/properties/list/items/type: ["object","null"] → "object"
Outer_Nullable schema /properties/a/properties/map/additionalProperties/type: ["object","null"] → "object"
Outer_Nullable result /type: "object" → ["object","null"]
Tree_Nullable schema /properties/a/properties/name/type: ["string","null"] → "string"
Tree_Nullable schema /properties/a/properties/children/type: ["array","null"] → "array"
Tree_Nullable schema /properties/a/properties/children/items/type: ["object","null"] → "object"
Tree_Nullable schema /properties/a/properties/byName/additionalProperties/type: ["object","null"] → "object"
Tree_Nullable result /type: "object" → ["object","null"]
Left_Nullable result /type: "object" → ["object","null"]
Shape_Nullable result /type: "object" → ["object","null"]
Animal_Nullable result /type: "object" → ["object","null"]
Empty_Nullable result /type: "object" → ["object","null"]
Throwing_Nullable result /type: "object" → ["object","null"]
OldPair_Parameter schema /properties/a/properties/item2/type: ["string","null"] → "string"
OldPair_Parameter result /properties/item2/type: ["string","null"] → "string"
OldPair_Nullable schema /properties/a/properties/item2/type: ["string","null"] → "string"
OldPair_Nullable result /type: "object" → ["object","null"]
OldPair_Nullable result /properties/item2/type: ["string","null"] → "string"
OldPair_Property schema /properties/a/properties/value/properties/item2/type: ["string","null"] → "string"
OldPair_Property result /properties/value/properties/item2/type: ["string","null"] → "string"
OldPair_Item schema /properties/a/items/properties/item2/type: ["string","null"] → "string"
OldPair_Item result /items/properties/item2/type: ["string","null"] → "string"
OldPair_Value schema /properties/a/additionalProperties/properties/item2/type: ["string","null"] → "string"
OldPair_Value result /additionalProperties/properties/item2/type: ["string","null"] → "string"
ReturnsTaskOfRecord result /type: "object" → ["object","null"]
ReturnsNull result /type: "string" → ["string","null"]

## members that nothing can set
ReadOnlyMembers_Parameter schema /properties/a/properties/twice: {"type":"integer"} → (none)
ReadOnlyMembers_Parameter schema /properties/a/properties/filled: {"type":["array","null"],"items":{"type":"integer"}} → (none)
ReadOnlyMembers_Parameter call {"a":{"twice":2}}: {"a":0,"twice":0,"filled":[]} → refused
ReadOnlyMembers_Parameter call {"a":{"filled":[1]}}: {"a":0,"twice":0,"filled":[]} → refused
ReadOnlyMembers_Parameter call {"a":null}: null → refused
ReadOnlyMembers_Nullable schema /properties/a/properties/twice: {"type":"integer"} → (none)
ReadOnlyMembers_Nullable schema /properties/a/properties/filled: {"type":["array","null"],"items":{"type":"integer"}} → (none)
ReadOnlyMembers_Nullable call {"a":{"twice":2}}: {"a":0,"twice":0,"filled":[]} → refused
ReadOnlyMembers_Property schema /properties/a/properties/value/properties/twice: {"type":"integer"} → (none)
ReadOnlyMembers_Property schema /properties/a/properties/value/properties/filled: {"type":["array","null"],"items":{"type":"integer"}} → (none)
ReadOnlyMembers_Property call {"a":{"value":{"twice":2}}}: {"value":{"a":0,"twice":0,"filled":[]}} → refused
ReadOnlyMembers_Item schema /properties/a/items/properties/twice: {"type":"integer"} → (none)
ReadOnlyMembers_Item schema /properties/a/items/properties/filled: {"type":["array","null"],"items":{"type":"integer"}} → (none)
ReadOnlyMembers_Item call {"a":[{"twice":2}]}: [{"a":0,"twice":0,"filled":[]}] → refused
ReadOnlyMembers_Item call {"a":[null]}: [null] → refused
ReadOnlyMembers_Value schema /properties/a/additionalProperties/properties/twice: {"type":"integer"} → (none)
ReadOnlyMembers_Value schema /properties/a/additionalProperties/properties/filled: {"type":["array","null"],"items":{"type":"integer"}} → (none)
ReadOnlyMembers_Value call {"a":{"k":{"twice":2}}}: {"k":{"a":0,"twice":0,"filled":[]}} → refused
ReadOnlyMembers_Value call {"a":{"k":null}}: {"k":null} → refused
Privates_Parameter schema /properties/a/properties/a: {"type":"integer"} → (none)
Privates_Parameter call {"a":{"a":1}}: {"a":0,"c":0} → refused
Privates_Parameter call {"a":{"b":1}}: {"a":0,"c":0} → refused
Privates_Parameter call {"a":null}: null → refused
Privates_Nullable schema /properties/a/properties/a: {"type":"integer"} → (none)
Privates_Nullable call {"a":{"a":1}}: {"a":0,"c":0} → refused
Privates_Property schema /properties/a/properties/value/properties/a: {"type":"integer"} → (none)
Privates_Property call {"a":{"value":{"a":1}}}: {"value":{"a":0,"c":0}} → refused
Privates_Item schema /properties/a/items/properties/a: {"type":"integer"} → (none)
Privates_Item call {"a":[{"a":1}]}: [{"a":0,"c":0}] → refused
Privates_Item call {"a":[null]}: [null] → refused
Privates_Value schema /properties/a/additionalProperties/properties/a: {"type":"integer"} → (none)
Privates_Value call {"a":{"k":{"a":1}}}: {"k":{"a":0,"c":0}} → refused
Privates_Value call {"a":{"k":null}}: {"k":null} → refused

## `[JsonObjectCreationHandling(Populate)]`
Populated_Parameter schema /properties/a/properties: {"items":{"type":["array","null"],"items":{"type":"integer"}}} → true
Populated_Parameter call {"a":{"items":[1]}}: {"items":[0,1]} → refused
Populated_Nullable schema /properties/a/properties: {"items":{"type":["array","null"],"items":{"type":"integer"}}} → true
Populated_Nullable call {"a":{"items":[1]}}: {"items":[0,1]} → refused
Populated_Property schema /properties/a/properties/value/properties: {"items":{"type":["array","null"],"items":{"type":"integer"}}} → true
Populated_Property call {"a":{"value":{"items":[1]}}}: {"value":{"items":[0,1]}} → refused
Populated_Item schema /properties/a/items/properties: {"items":{"type":["array","null"],"items":{"type":"integer"}}} → true
Populated_Item call {"a":[{"items":[1]}]}: [{"items":[0,1]}] → refused
Populated_Item call {"a":[{"items":[1]},{"items":[1]}]}: [{"items":[0,1]},{"items":[0,1]}] → refused
Populated_Value schema /properties/a/additionalProperties/properties: {"items":{"type":["array","null"],"items":{"type":"integer"}}} → true
Populated_Value call {"a":{"k":{"items":[1]}}}: {"k":{"items":[0,1]}} → refused

## members of a record struct
RecordStruct_Parameter schema /properties/a/required: (none) → ["x"]
RecordStruct_Parameter schema /properties/a/properties/y/default: (none) → 2
RecordStruct_Parameter result /required: (none) → ["x"]
RecordStruct_Parameter result /properties/y/default: (none) → 2
RecordStruct_Parameter call {"a":{"x":1}}: {"x":1,"y":0} → {"x":1,"y":2}
RecordStruct_Parameter call {"a":{}}: {"x":0,"y":0} → refused
RecordStruct_Parameter call {"a":null}: {"x":0,"y":0} → refused
RecordStruct_Nullable schema /properties/a/required: (none) → ["x"]
RecordStruct_Nullable schema /properties/a/properties/y/default: (none) → 2
RecordStruct_Nullable result /required: (none) → ["x"]
RecordStruct_Nullable result /properties/y/default: (none) → 2
RecordStruct_Nullable call {"a":{"x":1}}: {"x":1,"y":0} → {"x":1,"y":2}
RecordStruct_Nullable call {"a":{}}: {"x":0,"y":0} → refused
RecordStruct_Property schema /properties/a/properties/value/required: (none) → ["x"]
RecordStruct_Property schema /properties/a/properties/value/properties/y/default: (none) → 2
RecordStruct_Property result /properties/value/required: (none) → ["x"]
RecordStruct_Property result /properties/value/properties/y/default: (none) → 2
RecordStruct_Property call {"a":{"value":{}}}: {"value":{"x":0,"y":0}} → refused
RecordStruct_Property call {"a":{"value":null}}: refused → {"value":{"x":0,"y":0}}
RecordStruct_Item schema /properties/a/items/required: (none) → ["x"]
RecordStruct_Item schema /properties/a/items/properties/y/default: (none) → 2
RecordStruct_Item result /items/required: (none) → ["x"]
RecordStruct_Item result /items/properties/y/default: (none) → 2
RecordStruct_Item call {"a":[{}]}: [{"x":0,"y":0}] → refused
RecordStruct_Value schema /properties/a/additionalProperties/required: (none) → ["x"]
RecordStruct_Value schema /properties/a/additionalProperties/properties/y/default: (none) → 2
RecordStruct_Value result /additionalProperties/required: (none) → ["x"]
RecordStruct_Value result /additionalProperties/properties/y/default: (none) → 2
RecordStruct_Value call {"a":{"k":{}}}: {"k":{"x":0,"y":0}} → refused

## a default of a struct of the user's, of bytes, of an enum without such a name
ByteMemory_Default schema /properties/a/default: "" → (none)
WritableMemory_Default schema /properties/a/default: "" → (none)
DefaultOddEnums schema /properties/a/default: 0 → (none)
DefaultOddEnums schema /properties/b/default: 9 → (none)
DefaultStruct schema /properties/a/default: {"a":0} → (none)

## fields and tuples
Included_Parameter schema /properties/a/properties/g: (none) → {"type":"integer"}
Included_Parameter result /properties/g: (none) → {"type":"integer"}
Included_Parameter call {"a":{"a":1,"f":2,"p":3}}: {"a":1,"p":3,"f":2} → {"a":1,"f":2,"g":0,"p":3}
Included_Parameter call {"a":{"g":2}}: {"a":0,"p":0,"f":0} → {"a":0,"f":0,"g":2,"p":0}
Included_Parameter call {"a":null}: null → refused
Included_Nullable schema /properties/a/properties/g: (none) → {"type":"integer"}
Included_Nullable result /properties/g: (none) → {"type":"integer"}
Included_Nullable call {"a":{"a":1,"f":2,"p":3}}: {"a":1,"p":3,"f":2} → {"a":1,"f":2,"g":0,"p":3}
Included_Nullable call {"a":{"g":2}}: {"a":0,"p":0,"f":0} → {"a":0,"f":0,"g":2,"p":0}
Included_Property schema /properties/a/properties/value/properties/g: (none) → {"type":"integer"}
Included_Property result /properties/value/properties/g: (none) → {"type":"integer"}
Included_Property call {"a":{"value":{"a":1,"f":2,"p":3}}}: {"value":{"a":1,"p":3,"f":2}} → {"value":{"a":1,"f":2,"g":0,"p":3}}
Included_Property call {"a":{"value":{"g":2}}}: {"value":{"a":0,"p":0,"f":0}} → {"value":{"a":0,"f":0,"g":2,"p":0}}
Included_Property call {"a":{}}: {} → {"value":null}
Included_Property call {"a":{"value":null}}: {} → {"value":null}
Included_Item schema /properties/a/items/properties/g: (none) → {"type":"integer"}
Included_Item result /items/properties/g: (none) → {"type":"integer"}
Included_Item call {"a":[{"a":1,"f":2,"p":3}]}: [{"a":1,"p":3,"f":2}] → [{"a":1,"f":2,"g":0,"p":3}]
Included_Item call {"a":[{"g":2}]}: [{"a":0,"p":0,"f":0}] → [{"a":0,"f":0,"g":2,"p":0}]
Included_Item call {"a":[{"a":1,"f":2,"p":3},{"a":1,"f":2,"p":3}]}: [{"a":1,"p":3,"f":2},{"a":1,"p":3,"f":2}] → [{"a":1,"f":2,"g":0,"p":3},{"a":1,"f":2,"g":0,"p":3}]
Included_Item call {"a":[null]}: [null] → refused
Included_Value schema /properties/a/additionalProperties/properties/g: (none) → {"type":"integer"}
Included_Value result /additionalProperties/properties/g: (none) → {"type":"integer"}
Included_Value call {"a":{"k":{"a":1,"f":2,"p":3}}}: {"k":{"a":1,"p":3,"f":2}} → {"k":{"a":1,"f":2,"g":0,"p":3}}
Included_Value call {"a":{"k":{"g":2}}}: {"k":{"a":0,"p":0,"f":0}} → {"k":{"a":0,"f":0,"g":2,"p":0}}
Included_Value call {"a":{"k":null}}: {"k":null} → refused
WithFields_Parameter schema /properties/a/properties/field: (none) → {"type":"integer"}
WithFields_Parameter result /properties/field: (none) → {"type":"integer"}
WithFields_Parameter call {"a":{"a":1}}: {"a":1} → {"a":1,"field":0}
WithFields_Parameter call {"a":{"field":1}}: {"a":0} → {"a":0,"field":1}
WithFields_Parameter call {"a":null}: null → refused
WithFields_Nullable schema /properties/a/properties/field: (none) → {"type":"integer"}
WithFields_Nullable result /properties/field: (none) → {"type":"integer"}
WithFields_Nullable call {"a":{"a":1}}: {"a":1} → {"a":1,"field":0}
WithFields_Nullable call {"a":{"field":1}}: {"a":0} → {"a":0,"field":1}
WithFields_Property schema /properties/a/properties/value/properties/field: (none) → {"type":"integer"}
WithFields_Property result /properties/value/properties/field: (none) → {"type":"integer"}
WithFields_Property call {"a":{"value":{"a":1}}}: {"value":{"a":1}} → {"value":{"a":1,"field":0}}
WithFields_Property call {"a":{"value":{"field":1}}}: {"value":{"a":0}} → {"value":{"a":0,"field":1}}
WithFields_Property call {"a":{}}: {} → {"value":null}
WithFields_Property call {"a":{"value":null}}: {} → {"value":null}
WithFields_Item schema /properties/a/items/properties/field: (none) → {"type":"integer"}
WithFields_Item result /items/properties/field: (none) → {"type":"integer"}
WithFields_Item call {"a":[{"a":1}]}: [{"a":1}] → [{"a":1,"field":0}]
WithFields_Item call {"a":[{"field":1}]}: [{"a":0}] → [{"a":0,"field":1}]
WithFields_Item call {"a":[{"a":1},{"a":1}]}: [{"a":1},{"a":1}] → [{"a":1,"field":0},{"a":1,"field":0}]
WithFields_Item call {"a":[null]}: [null] → refused
WithFields_Value schema /properties/a/additionalProperties/properties/field: (none) → {"type":"integer"}
WithFields_Value result /additionalProperties/properties/field: (none) → {"type":"integer"}
WithFields_Value call {"a":{"k":{"a":1}}}: {"k":{"a":1}} → {"k":{"a":1,"field":0}}
WithFields_Value call {"a":{"k":{"field":1}}}: {"k":{"a":0}} → {"k":{"a":0,"field":1}}
WithFields_Value call {"a":{"k":null}}: {"k":null} → refused
Pair_Parameter schema /properties/a/required: (none) → ["item1","item2"]
Pair_Parameter schema /properties/a/properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Parameter result /required: (none) → ["item1","item2"]
Pair_Parameter result /properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Parameter call {"a":{"Item1":1,"Item2":"x"}}: {} → refused
Pair_Parameter call {"a":null}: {} → refused
Pair_Nullable schema /properties/a/required: (none) → ["item1","item2"]
Pair_Nullable schema /properties/a/properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Nullable result /required: (none) → ["item1","item2"]
Pair_Nullable result /properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Nullable call {"a":{"Item1":1,"Item2":"x"}}: {} → refused
Pair_Property schema /properties/a/properties/value/required: (none) → ["item1","item2"]
Pair_Property schema /properties/a/properties/value/properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Property result /properties/value/required: (none) → ["item1","item2"]
Pair_Property result /properties/value/properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Property call {"a":{"value":{"Item1":1,"Item2":"x"}}}: {"value":{}} → refused
Pair_Property call {"a":{}}: {"value":{}} → {"value":{"item1":0,"item2":null}}
Pair_Property call {"a":{"value":null}}: refused → {"value":{"item1":0,"item2":null}}
Pair_Item schema /properties/a/items/required: (none) → ["item1","item2"]
Pair_Item schema /properties/a/items/properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Item result /items/required: (none) → ["item1","item2"]
Pair_Item result /items/properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Item call {"a":[{"Item1":1,"Item2":"x"}]}: [{}] → refused
Pair_Item call {"a":[{"Item1":1,"Item2":"x"},{"Item1":1,"Item2":"x"}]}: [{},{}] → refused
Pair_Value schema /properties/a/additionalProperties/required: (none) → ["item1","item2"]
Pair_Value schema /properties/a/additionalProperties/properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Value result /additionalProperties/required: (none) → ["item1","item2"]
Pair_Value result /additionalProperties/properties: (none) → {"item1":{"type":"integer"},"item2":{"type":"string"}}
Pair_Value call {"a":{"k":{"Item1":1,"Item2":"x"}}}: {"k":{}} → refused
NamedPair_Parameter schema /properties/a/required: (none) → ["number","text"]
NamedPair_Parameter schema /properties/a/properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Parameter result /required: (none) → ["number","text"]
NamedPair_Parameter result /properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Parameter call {"a":{"number":1,"text":"x"}}: {} → {"number":1,"text":"x"}
NamedPair_Parameter call {"a":null}: {} → refused
NamedPair_Nullable schema /properties/a/required: (none) → ["number","text"]
NamedPair_Nullable schema /properties/a/properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Nullable result /required: (none) → ["number","text"]
NamedPair_Nullable result /properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Nullable call {"a":{"number":1,"text":"x"}}: {} → {"number":1,"text":"x"}
NamedPair_Property schema /properties/a/properties/value/required: (none) → ["number","text"]
NamedPair_Property schema /properties/a/properties/value/properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Property result /properties/value/required: (none) → ["number","text"]
NamedPair_Property result /properties/value/properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Property call {"a":{"value":{"number":1,"text":"x"}}}: {"value":{}} → {"value":{"number":1,"text":"x"}}
NamedPair_Property call {"a":{}}: {"value":{}} → {"value":{"number":0,"text":null}}
NamedPair_Property call {"a":{"value":null}}: refused → {"value":{"number":0,"text":null}}
NamedPair_Item schema /properties/a/items/required: (none) → ["number","text"]
NamedPair_Item schema /properties/a/items/properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Item result /items/required: (none) → ["number","text"]
NamedPair_Item result /items/properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Item call {"a":[{"number":1,"text":"x"}]}: [{}] → [{"number":1,"text":"x"}]
NamedPair_Item call {"a":[{"number":1,"text":"x"},{"number":1,"text":"x"}]}: [{},{}] → [{"number":1,"text":"x"},{"number":1,"text":"x"}]
NamedPair_Value schema /properties/a/additionalProperties/required: (none) → ["number","text"]
NamedPair_Value schema /properties/a/additionalProperties/properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Value result /additionalProperties/required: (none) → ["number","text"]
NamedPair_Value result /additionalProperties/properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
NamedPair_Value call {"a":{"k":{"number":1,"text":"x"}}}: {"k":{}} → {"k":{"number":1,"text":"x"}}
ReturnsTuple result /required: (none) → ["number","text"]
ReturnsTuple result /properties: (none) → {"number":{"type":"integer"},"text":{"type":"string"}}
ReturnsTuple call {"a":1}: {} → {"number":1,"text":"x"}

## an object without properties
Empty_Parameter schema /properties/a/properties: (none) → true
Empty_Parameter result /properties: (none) → true
Empty_Nullable schema /properties/a/properties: (none) → true
Empty_Nullable result /properties: (none) → true
Empty_Property schema /properties/a/properties/value/properties: (none) → true
Empty_Property result /properties/value/properties: (none) → true
Empty_Item schema /properties/a/items/properties: (none) → true
Empty_Item result /items/properties: (none) → true
Empty_Value schema /properties/a/additionalProperties/properties: (none) → true
Empty_Value result /additionalProperties/properties: (none) → true

## parameters with caller information, and parameters that only a framework passes
CallerInfo schema /properties/b: {"type":"string","default":"none"} → (none)
Progressed schema /properties/progress: {"type":["object","null"],"default":null} → (none)

## `null` for a value that cannot be null
Boolean_Parameter call {"a":null}: false → refused
SByte_Parameter call {"a":null}: 0 → refused
Byte_Parameter call {"a":null}: 0 → refused
Int16_Parameter call {"a":null}: 0 → refused
UInt16_Parameter call {"a":null}: 0 → refused
Int32_Parameter call {"a":null}: 0 → refused
UInt32_Parameter call {"a":null}: 0 → refused
Int64_Parameter call {"a":null}: 0 → refused
UInt64_Parameter call {"a":null}: 0 → refused
Int128_Parameter call {"a":null}: 0 → refused
UInt128_Parameter call {"a":null}: 0 → refused
Half_Parameter call {"a":null}: 0 → refused
Single_Parameter call {"a":null}: 0 → refused
Double_Parameter call {"a":null}: 0 → refused
Decimal_Parameter call {"a":null}: 0 → refused
Char_Parameter call {"a":null}: "\u0000" → refused
String_Parameter call {"a":null}: null → refused
String_Item call {"a":[null]}: [null] → refused
String_Value call {"a":{"k":null}}: {"k":null} → refused
DateTime_Parameter call {"a":null}: "0001-01-01T00:00:00" → refused
DateTimeOffset_Parameter call {"a":null}: "0001-01-01T00:00:00+00:00" → refused
DateOnly_Parameter call {"a":null}: "0001-01-01" → refused
TimeOnly_Parameter call {"a":null}: "00:00:00" → refused
TimeSpan_Parameter call {"a":null}: "00:00:00" → refused
Guid_Parameter call {"a":null}: "00000000-0000-0000-0000-000000000000" → refused
Uri_Parameter call {"a":null}: null → refused
Uri_Item call {"a":[null]}: [null] → refused
Uri_Value call {"a":{"k":null}}: {"k":null} → refused
Version_Parameter call {"a":null}: null → refused
Version_Item call {"a":[null]}: [null] → refused
Version_Value call {"a":{"k":null}}: {"k":null} → refused
Bytes_Parameter call {"a":null}: null → refused
Bytes_Item call {"a":[null]}: [null] → refused
Bytes_Value call {"a":{"k":null}}: {"k":null} → refused
ByteMemory_Parameter call {"a":null}: "" → refused
ByteMemory_Item call {"a":[null]}: [""] → refused
ByteMemory_Value call {"a":{"k":null}}: {"k":""} → refused
WritableMemory_Parameter call {"a":null}: "" → refused
WritableMemory_Item call {"a":[null]}: [""] → refused
WritableMemory_Value call {"a":{"k":null}}: {"k":""} → refused
JsonNode_Parameter call {"a":null}: null → refused
JsonNode_Item call {"a":[null]}: [null] → refused
JsonNode_Value call {"a":{"k":null}}: {"k":null} → refused
JsonObject_Parameter call {"a":null}: null → refused
JsonObject_Item call {"a":[null]}: [null] → refused
JsonObject_Value call {"a":{"k":null}}: {"k":null} → refused
JsonArray_Parameter call {"a":null}: null → refused
JsonArray_Item call {"a":[null]}: [null] → refused
JsonArray_Value call {"a":{"k":null}}: {"k":null} → refused
JsonScalar_Parameter call {"a":null}: null → refused
JsonScalar_Item call {"a":[null]}: [null] → refused
JsonScalar_Value call {"a":{"k":null}}: {"k":null} → refused
Colour_Parameter call {"a":null}: "Red" → refused
Small_Parameter call {"a":null}: "None" → refused
Wide_Parameter call {"a":null}: "Zero" → refused
Alias_Parameter call {"a":null}: 0 → refused
Rights_Parameter call {"a":null}: "None" → refused
Combined_Parameter call {"a":null}: "None" → refused
Unnamed_Parameter call {"a":null}: 0 → refused
Texted_Parameter call {"a":null}: "Off" → refused
Numbered_Parameter call {"a":null}: "Off" → refused
Told_Parameter call {"a":null}: "None" → refused
Explained_Parameter call {"a":null}: "None" → refused
Day_Parameter call {"a":null}: "Sunday" → refused
Array_Parameter call {"a":null}: null → refused
Array_Item call {"a":[null]}: [null] → refused
Array_Value call {"a":{"k":null}}: {"k":null} → refused
ListOf_Parameter call {"a":null}: null → refused
ListOf_Item call {"a":[null]}: [null] → refused
ListOf_Value call {"a":{"k":null}}: {"k":null} → refused
IListOf_Parameter call {"a":null}: null → refused
IListOf_Item call {"a":[null]}: [null] → refused
IListOf_Value call {"a":{"k":null}}: {"k":null} → refused
ICollectionOf_Parameter call {"a":null}: null → refused
ICollectionOf_Item call {"a":[null]}: [null] → refused
ICollectionOf_Value call {"a":{"k":null}}: {"k":null} → refused
IEnumerableOf_Parameter call {"a":null}: null → refused
IEnumerableOf_Item call {"a":[null]}: [null] → refused
IEnumerableOf_Value call {"a":{"k":null}}: {"k":null} → refused
IReadOnlyListOf_Parameter call {"a":null}: null → refused
IReadOnlyListOf_Item call {"a":[null]}: [null] → refused
IReadOnlyListOf_Value call {"a":{"k":null}}: {"k":null} → refused
IReadOnlyCollectionOf_Parameter call {"a":null}: null → refused
IReadOnlyCollectionOf_Item call {"a":[null]}: [null] → refused
IReadOnlyCollectionOf_Value call {"a":{"k":null}}: {"k":null} → refused
HashSetOf_Parameter call {"a":null}: null → refused
HashSetOf_Item call {"a":[null]}: [null] → refused
HashSetOf_Value call {"a":{"k":null}}: {"k":null} → refused
ISetOf_Parameter call {"a":null}: null → refused
ISetOf_Item call {"a":[null]}: [null] → refused
ISetOf_Value call {"a":{"k":null}}: {"k":null} → refused
IReadOnlySetOf_Parameter call {"a":null}: null → refused
IReadOnlySetOf_Item call {"a":[null]}: [null] → refused
IReadOnlySetOf_Value call {"a":{"k":null}}: {"k":null} → refused
SortedSetOf_Parameter call {"a":null}: null → refused
SortedSetOf_Item call {"a":[null]}: [null] → refused
SortedSetOf_Value call {"a":{"k":null}}: {"k":null} → refused
QueueOf_Parameter call {"a":null}: null → refused
QueueOf_Item call {"a":[null]}: [null] → refused
QueueOf_Value call {"a":{"k":null}}: {"k":null} → refused
StackOf_Parameter call {"a":null}: null → refused
StackOf_Item call {"a":[null]}: [null] → refused
StackOf_Value call {"a":{"k":null}}: {"k":null} → refused
LinkedListOf_Parameter call {"a":null}: null → refused
LinkedListOf_Item call {"a":[null]}: [null] → refused
LinkedListOf_Value call {"a":{"k":null}}: {"k":null} → refused
CollectionOf_Parameter call {"a":null}: null → refused
CollectionOf_Item call {"a":[null]}: [null] → refused
CollectionOf_Value call {"a":{"k":null}}: {"k":null} → refused
ObservableCollectionOf_Parameter call {"a":null}: null → refused
ObservableCollectionOf_Item call {"a":[null]}: [null] → refused
ObservableCollectionOf_Value call {"a":{"k":null}}: {"k":null} → refused
ReadOnlyCollectionOf_Parameter call {"a":null}: null → refused
ReadOnlyCollectionOf_Item call {"a":[null]}: [null] → refused
ReadOnlyCollectionOf_Value call {"a":{"k":null}}: {"k":null} → refused
ConcurrentQueueOf_Parameter call {"a":null}: null → refused
ConcurrentQueueOf_Item call {"a":[null]}: [null] → refused
ConcurrentQueueOf_Value call {"a":{"k":null}}: {"k":null} → refused
ConcurrentStackOf_Parameter call {"a":null}: null → refused
ConcurrentStackOf_Item call {"a":[null]}: [null] → refused
ConcurrentStackOf_Value call {"a":{"k":null}}: {"k":null} → refused
ConcurrentBagOf_Parameter call {"a":null}: null → refused
ConcurrentBagOf_Item call {"a":[null]}: [null] → refused
ConcurrentBagOf_Value call {"a":{"k":null}}: {"k":null} → refused
ImmutableListOf_Parameter call {"a":null}: null → refused
ImmutableListOf_Item call {"a":[null]}: [null] → refused
ImmutableListOf_Value call {"a":{"k":null}}: {"k":null} → refused
ImmutableHashSetOf_Parameter call {"a":null}: null → refused
ImmutableHashSetOf_Item call {"a":[null]}: [null] → refused
ImmutableHashSetOf_Value call {"a":{"k":null}}: {"k":null} → refused
ImmutableSortedSetOf_Parameter call {"a":null}: null → refused
ImmutableSortedSetOf_Item call {"a":[null]}: [null] → refused
ImmutableSortedSetOf_Value call {"a":{"k":null}}: {"k":null} → refused
ImmutableQueueOf_Parameter call {"a":null}: null → refused
ImmutableQueueOf_Item call {"a":[null]}: [null] → refused
ImmutableQueueOf_Value call {"a":{"k":null}}: {"k":null} → refused
ImmutableStackOf_Parameter call {"a":null}: null → refused
ImmutableStackOf_Item call {"a":[null]}: [null] → refused
ImmutableStackOf_Value call {"a":{"k":null}}: {"k":null} → refused
IImmutableListOf_Parameter call {"a":null}: null → refused
IImmutableListOf_Item call {"a":[null]}: [null] → refused
IImmutableListOf_Value call {"a":{"k":null}}: {"k":null} → refused
MemoryOf_Parameter call {"a":null}: [] → refused
MemoryOf_Item call {"a":[null]}: [[]] → refused
MemoryOf_Value call {"a":{"k":null}}: {"k":[]} → refused
OwnList_Parameter call {"a":null}: null → refused
OwnList_Item call {"a":[null]}: [null] → refused
OwnList_Value call {"a":{"k":null}}: {"k":null} → refused
Jagged_Parameter call {"a":[null]}: [null] → refused
Jagged_Parameter call {"a":null}: null → refused
Jagged_Item call {"a":[null]}: [null] → refused
Jagged_Value call {"a":{"k":null}}: {"k":null} → refused
ListOfLists_Parameter call {"a":null}: null → refused
ListOfLists_Item call {"a":[null]}: [null] → refused
ListOfLists_Value call {"a":{"k":null}}: {"k":null} → refused
DictionaryOf_Parameter call {"a":null}: null → refused
DictionaryOf_Item call {"a":[null]}: [null] → refused
DictionaryOf_Value call {"a":{"k":null}}: {"k":null} → refused
IDictionaryOf_Parameter call {"a":null}: null → refused
IDictionaryOf_Item call {"a":[null]}: [null] → refused
IDictionaryOf_Value call {"a":{"k":null}}: {"k":null} → refused
IReadOnlyDictionaryOf_Parameter call {"a":null}: null → refused
IReadOnlyDictionaryOf_Item call {"a":[null]}: [null] → refused
IReadOnlyDictionaryOf_Value call {"a":{"k":null}}: {"k":null} → refused
SortedDictionaryOf_Parameter call {"a":null}: null → refused
SortedDictionaryOf_Item call {"a":[null]}: [null] → refused
SortedDictionaryOf_Value call {"a":{"k":null}}: {"k":null} → refused
SortedListOf_Parameter call {"a":null}: null → refused
SortedListOf_Item call {"a":[null]}: [null] → refused
SortedListOf_Value call {"a":{"k":null}}: {"k":null} → refused
ConcurrentDictionaryOf_Parameter call {"a":null}: null → refused
ConcurrentDictionaryOf_Item call {"a":[null]}: [null] → refused
ConcurrentDictionaryOf_Value call {"a":{"k":null}}: {"k":null} → refused
ImmutableDictionaryOf_Parameter call {"a":null}: null → refused
ImmutableDictionaryOf_Item call {"a":[null]}: [null] → refused
ImmutableDictionaryOf_Value call {"a":{"k":null}}: {"k":null} → refused
ImmutableSortedDictionaryOf_Parameter call {"a":null}: null → refused
ImmutableSortedDictionaryOf_Item call {"a":[null]}: [null] → refused
ImmutableSortedDictionaryOf_Value call {"a":{"k":null}}: {"k":null} → refused
FrozenDictionaryOf_Parameter call {"a":null}: null → refused
FrozenDictionaryOf_Item call {"a":[null]}: [null] → refused
FrozenDictionaryOf_Value call {"a":{"k":null}}: {"k":null} → refused
OwnMap_Parameter call {"a":null}: null → refused
OwnMap_Item call {"a":[null]}: [null] → refused
OwnMap_Value call {"a":{"k":null}}: {"k":null} → refused
ByNumber_Parameter call {"a":null}: null → refused
ByNumber_Item call {"a":[null]}: [null] → refused
ByNumber_Value call {"a":{"k":null}}: {"k":null} → refused
ByGuid_Parameter call {"a":null}: null → refused
ByGuid_Item call {"a":[null]}: [null] → refused
ByGuid_Value call {"a":{"k":null}}: {"k":null} → refused
ByDate_Parameter call {"a":null}: null → refused
ByDate_Item call {"a":[null]}: [null] → refused
ByDate_Value call {"a":{"k":null}}: {"k":null} → refused
ByEnum_Parameter call {"a":null}: null → refused
ByEnum_Item call {"a":[null]}: [null] → refused
ByEnum_Value call {"a":{"k":null}}: {"k":null} → refused
ByFlags_Parameter call {"a":null}: null → refused
ByFlags_Item call {"a":[null]}: [null] → refused
ByFlags_Value call {"a":{"k":null}}: {"k":null} → refused
ByBoolean_Parameter call {"a":null}: null → refused
ByBoolean_Item call {"a":[null]}: [null] → refused
ByBoolean_Value call {"a":{"k":null}}: {"k":null} → refused
Entry_Parameter call {"a":null}: {"value":0} → refused
Entries_Parameter call {"a":null}: null → refused
Entries_Item call {"a":[null]}: [null] → refused
Entries_Value call {"a":{"k":null}}: {"k":null} → refused
Record_Parameter call {"a":{"x":1,"name":null}}: {"x":1,"z":3} → refused
Record_Parameter call {"a":null}: null → refused
Record_Item call {"a":[null]}: [null] → refused
Record_Value call {"a":{"k":null}}: {"k":null} → refused
Plain_Parameter call {"a":null}: null → refused
Plain_Item call {"a":[null]}: [null] → refused
Plain_Value call {"a":{"k":null}}: {"k":null} → refused
Constructed_Parameter call {"a":null}: null → refused
Constructed_Item call {"a":[null]}: [null] → refused
Constructed_Value call {"a":{"k":null}}: {"k":null} → refused
Chosen_Parameter call {"a":null}: null → refused
Chosen_Item call {"a":[null]}: [null] → refused
Chosen_Value call {"a":{"k":null}}: {"k":null} → refused
Structure_Parameter call {"a":null}: {"first":0} → refused
Demanding_Parameter call {"a":null}: null → refused
Demanding_Item call {"a":[null]}: [null] → refused
Demanding_Value call {"a":{"k":null}}: {"k":null} → refused
Initialised_Parameter call {"a":null}: null → refused
Initialised_Item call {"a":[null]}: [null] → refused
Initialised_Value call {"a":{"k":null}}: {"k":null} → refused
Derived_Parameter call {"a":null}: null → refused
Derived_Item call {"a":[null]}: [null] → refused
Derived_Value call {"a":{"k":null}}: {"k":null} → refused
Hiding_Parameter call {"a":null}: null → refused
Hiding_Item call {"a":[null]}: [null] → refused
Hiding_Value call {"a":{"k":null}}: {"k":null} → refused
Named_Parameter call {"a":null}: null → refused
Named_Item call {"a":[null]}: [null] → refused
Named_Value call {"a":{"k":null}}: {"k":null} → refused
Ordered_Parameter call {"a":null}: null → refused
Ordered_Item call {"a":[null]}: [null] → refused
Ordered_Value call {"a":{"k":null}}: {"k":null} → refused
Ignoring_Parameter call {"a":null}: null → refused
Ignoring_Item call {"a":[null]}: [null] → refused
Ignoring_Value call {"a":{"k":null}}: {"k":null} → refused
Sided_Parameter call {"a":null}: null → refused
Sided_Item call {"a":[null]}: [null] → refused
Sided_Value call {"a":{"k":null}}: {"k":null} → refused
Extended_Parameter call {"a":null}: null → refused
Extended_Item call {"a":[null]}: [null] → refused
Extended_Value call {"a":{"k":null}}: {"k":null} → refused
ExtendedByNode_Parameter call {"a":null}: null → refused
ExtendedByNode_Item call {"a":[null]}: [null] → refused
ExtendedByNode_Value call {"a":{"k":null}}: {"k":null} → refused
Strict_Parameter call {"a":null}: null → refused
Strict_Item call {"a":[null]}: [null] → refused
Strict_Value call {"a":{"k":null}}: {"k":null} → refused
NumberText_Parameter call {"a":null}: null → refused
NumberText_Item call {"a":[null]}: [null] → refused
NumberText_Value call {"a":{"k":null}}: {"k":null} → refused
NumbersText_Parameter call {"a":null}: null → refused
NumbersText_Item call {"a":[null]}: [null] → refused
NumbersText_Value call {"a":{"k":null}}: {"k":null} → refused
Populated_Parameter call {"a":null}: null → refused
Populated_Item call {"a":[null]}: [null] → refused
Populated_Value call {"a":{"k":null}}: {"k":null} → refused
Described_Parameter call {"a":null}: null → refused
Described_Item call {"a":[null]}: [null] → refused
Described_Value call {"a":{"k":null}}: {"k":null} → refused
Generic_Parameter call {"a":null}: null → refused
Generic_Item call {"a":[null]}: [null] → refused
Generic_Value call {"a":{"k":null}}: {"k":null} → refused
Outer_Parameter call {"a":null}: null → refused
Outer_Item call {"a":[null]}: [null] → refused
Outer_Value call {"a":{"k":null}}: {"k":null} → refused
Tree_Parameter call {"a":null}: null → refused
Tree_Item call {"a":[null]}: [null] → refused
Tree_Value call {"a":{"k":null}}: {"k":null} → refused
Left_Parameter call {"a":null}: null → refused
Left_Item call {"a":[null]}: [null] → refused
Left_Value call {"a":{"k":null}}: {"k":null} → refused
Shape_Parameter call {"a":null}: null → refused
Shape_Item call {"a":[null]}: [null] → refused
Shape_Value call {"a":{"k":null}}: {"k":null} → refused
Animal_Parameter call {"a":null}: null → refused
Animal_Item call {"a":[null]}: [null] → refused
Animal_Value call {"a":{"k":null}}: {"k":null} → refused
Empty_Parameter call {"a":null}: null → refused
Empty_Item call {"a":[null]}: [null] → refused
Empty_Value call {"a":{"k":null}}: {"k":null} → refused
Throwing_Parameter call {"a":null}: null → refused
Throwing_Item call {"a":[null]}: [null] → refused
Throwing_Value call {"a":{"k":null}}: {"k":null} → refused
OldPair_Parameter call {"a":null}: null → refused
OldPair_Item call {"a":[null]}: [null] → refused
OldPair_Value call {"a":{"k":null}}: {"k":null} → refused

## demands of attributes on a value
Ranged call {"a":9,"b":1}: 9 → refused
Lengths call {"a":"x","b":"","c":"cccc","d":""}: "x" → refused
Counts call {"a":[],"b":[1,2,3,4],"c":[]}: [] → refused
Patterned call {"a":"ABC"}: "ABC" → refused
Formatted call {"a":"a","b":"b","c":"c","d":"d","e":"?","f":"f"}: "a" → refused
Allowed call {"a":"c","b":"x","c":3}: "c" → refused
Demanded call {"a":"a"}: "a" → refused
Demanded call {"a":""}: "" → refused
AnnotatedMembers call {"a":{"a":9,"b":"bbbb","c":"y","e":"r","f":[]}}: {"a":9,"b":"bbbb","c":"y","e":"r","f":[],"g":3} → refused
AnnotatedMembers call {"a":{}}: {"a":2,"b":"","e":"p","f":[],"g":3} → refused

## `null` for a value that may be left out and takes no null
Boolean_Property call {"a":{"value":null}}: refused → {"value":false}
SByte_Property call {"a":{"value":null}}: refused → {"value":0}
Byte_Property call {"a":{"value":null}}: refused → {"value":0}
Int16_Property call {"a":{"value":null}}: refused → {"value":0}
UInt16_Property call {"a":{"value":null}}: refused → {"value":0}
Int32_Property call {"a":{"value":null}}: refused → {"value":0}
UInt32_Property call {"a":{"value":null}}: refused → {"value":0}
Int64_Property call {"a":{"value":null}}: refused → {"value":0}
UInt64_Property call {"a":{"value":null}}: refused → {"value":0}
Int128_Property call {"a":{"value":null}}: refused → {"value":0}
UInt128_Property call {"a":{"value":null}}: refused → {"value":0}
Half_Property call {"a":{"value":null}}: refused → {"value":0}
Single_Property call {"a":{"value":null}}: refused → {"value":0}
Double_Property call {"a":{"value":null}}: refused → {"value":0}
Decimal_Property call {"a":{"value":null}}: refused → {"value":0}
Char_Property call {"a":{"value":null}}: refused → {"value":"\u0000"}
DateTime_Property call {"a":{"value":null}}: refused → {"value":"0001-01-01T00:00:00"}
DateTimeOffset_Property call {"a":{"value":null}}: refused → {"value":"0001-01-01T00:00:00+00:00"}
DateOnly_Property call {"a":{"value":null}}: refused → {"value":"0001-01-01"}
TimeOnly_Property call {"a":{"value":null}}: refused → {"value":"00:00:00"}
TimeSpan_Property call {"a":{"value":null}}: refused → {"value":"00:00:00"}
Guid_Property call {"a":{"value":null}}: refused → {"value":"00000000-0000-0000-0000-000000000000"}
Element_Parameter call {"a":null}: refused → null
Colour_Property call {"a":{"value":null}}: refused → {"value":"Red"}
Small_Property call {"a":{"value":null}}: refused → {"value":"None"}
Wide_Property call {"a":{"value":null}}: refused → {"value":"Zero"}
Alias_Property call {"a":{"value":null}}: refused → {"value":0}
Rights_Property call {"a":{"value":null}}: refused → {"value":"None"}
Combined_Property call {"a":{"value":null}}: refused → {"value":"None"}
Texted_Property call {"a":{"value":null}}: refused → {"value":"Off"}
Numbered_Property call {"a":{"value":null}}: refused → {"value":"Off"}
Told_Property call {"a":{"value":null}}: refused → {"value":"None"}
Explained_Property call {"a":{"value":null}}: refused → {"value":"None"}
Day_Property call {"a":{"value":null}}: refused → {"value":"Sunday"}
Entry_Property call {"a":{"value":null}}: refused → {"value":{"key":null,"value":0}}
Structure_Parameter call {"a":{"first":null}}: refused → {"first":0,"second":null}
Structure_Nullable call {"a":{"first":null}}: refused → {"first":0,"second":null}
Structure_Property call {"a":{"value":{"first":null}}}: refused → {"value":{"first":0,"second":null}}
Structure_Property call {"a":{"value":null}}: refused → {"value":{"first":0,"second":null}}
Structure_Item call {"a":[{"first":null}]}: refused → [{"first":0,"second":null}]
Structure_Value call {"a":{"k":{"first":null}}}: refused → {"k":{"first":0,"second":null}}
ExtendedByNode_Parameter call {"a":{"a":1,"other":[2,null]}}: refused → {"a":1,"other":[2,null]}
ExtendedByNode_Nullable call {"a":{"a":1,"other":[2,null]}}: refused → {"a":1,"other":[2,null]}
ExtendedByNode_Property call {"a":{"value":{"a":1,"other":[2,null]}}}: refused → {"value":{"a":1,"other":[2,null]}}
ExtendedByNode_Item call {"a":[{"a":1,"other":[2,null]}]}: refused → [{"a":1,"other":[2,null]}]
ExtendedByNode_Item call {"a":[{"a":1,"other":[2,null]},{"a":1,"other":[2,null]}]}: refused → [{"a":1,"other":[2,null]},{"a":1,"other":[2,null]}]
ExtendedByNode_Value call {"a":{"k":{"a":1,"other":[2,null]}}}: refused → {"k":{"a":1,"other":[2,null]}}

## stacks
StackOf_Parameter call {"a":[1,2,3]}: [3,2,1] → [1,2,3]
StackOf_Nullable call {"a":[1,2,3]}: [3,2,1] → [1,2,3]
StackOf_Property call {"a":{"value":[1,2,3]}}: {"value":[3,2,1]} → {"value":[1,2,3]}
StackOf_Property call {"a":{}}: {} → {"value":null}
StackOf_Property call {"a":{"value":null}}: {} → {"value":null}
StackOf_Item call {"a":[[1,2,3]]}: [[3,2,1]] → [[1,2,3]]
StackOf_Item call {"a":[[1,2,3],[1,2,3]]}: [[3,2,1],[3,2,1]] → [[1,2,3],[1,2,3]]
StackOf_Value call {"a":{"k":[1,2,3]}}: {"k":[3,2,1]} → {"k":[1,2,3]}
ConcurrentStackOf_Parameter call {"a":[1,2,3]}: [3,2,1] → [1,2,3]
ConcurrentStackOf_Nullable call {"a":[1,2,3]}: [3,2,1] → [1,2,3]
ConcurrentStackOf_Property call {"a":{"value":[1,2,3]}}: {"value":[3,2,1]} → {"value":[1,2,3]}
ConcurrentStackOf_Property call {"a":{}}: {} → {"value":null}
ConcurrentStackOf_Property call {"a":{"value":null}}: {} → {"value":null}
ConcurrentStackOf_Item call {"a":[[1,2,3]]}: [[3,2,1]] → [[1,2,3]]
ConcurrentStackOf_Item call {"a":[[1,2,3],[1,2,3]]}: [[3,2,1],[3,2,1]] → [[1,2,3],[1,2,3]]
ConcurrentStackOf_Value call {"a":{"k":[1,2,3]}}: {"k":[3,2,1]} → {"k":[1,2,3]}
ImmutableStackOf_Parameter call {"a":[1,2,3]}: [3,2,1] → [1,2,3]
ImmutableStackOf_Nullable call {"a":[1,2,3]}: [3,2,1] → [1,2,3]
ImmutableStackOf_Property call {"a":{"value":[1,2,3]}}: {"value":[3,2,1]} → {"value":[1,2,3]}
ImmutableStackOf_Property call {"a":{}}: {} → {"value":null}
ImmutableStackOf_Property call {"a":{"value":null}}: {} → {"value":null}
ImmutableStackOf_Item call {"a":[[1,2,3]]}: [[3,2,1]] → [[1,2,3]]
ImmutableStackOf_Item call {"a":[[1,2,3],[1,2,3]]}: [[3,2,1],[3,2,1]] → [[1,2,3],[1,2,3]]
ImmutableStackOf_Value call {"a":{"k":[1,2,3]}}: {"k":[3,2,1]} → {"k":[1,2,3]}

## `[JsonIgnore]` when reading
Sided_Parameter schema /properties/a/properties/c: {"type":"integer"} → (none)
Sided_Parameter result /properties/b: {"type":"integer"} → (none)
Sided_Parameter call {"a":{"c":1}}: {"a":0,"c":0} → refused
Sided_Nullable schema /properties/a/properties/c: {"type":"integer"} → (none)
Sided_Nullable result /properties/b: {"type":"integer"} → (none)
Sided_Nullable call {"a":{"c":1}}: {"a":0,"c":0} → refused
Sided_Property schema /properties/a/properties/value/properties/c: {"type":"integer"} → (none)
Sided_Property result /properties/value/properties/b: {"type":"integer"} → (none)
Sided_Property call {"a":{"value":{"c":1}}}: {"value":{"a":0,"c":0}} → refused
Sided_Item schema /properties/a/items/properties/c: {"type":"integer"} → (none)
Sided_Item result /items/properties/b: {"type":"integer"} → (none)
Sided_Item call {"a":[{"c":1}]}: [{"a":0,"c":0}] → refused
Sided_Value schema /properties/a/additionalProperties/properties/c: {"type":"integer"} → (none)
Sided_Value result /additionalProperties/properties/b: {"type":"integer"} → (none)
Sided_Value call {"a":{"k":{"c":1}}}: {"k":{"a":0,"c":0}} → refused

## the member that names the type of an object
Shape_Parameter call {"a":{"$type":"rectangle","width":2}}: {"$type":"rectangle","width":2} → {"$type":"rectangle","name":null,"width":2}
Shape_Parameter call {"a":{"radius":1,"$type":"circle"}}: refused → {"$type":"circle","name":null,"radius":1}
Shape_Nullable call {"a":{"$type":"rectangle","width":2}}: {"$type":"rectangle","width":2} → {"$type":"rectangle","name":null,"width":2}
Shape_Property call {"a":{}}: {} → {"value":null}
Shape_Property call {"a":{"value":null}}: {} → {"value":null}
Animal_Parameter call {"a":{"legs":1}}: {"kind":0,"legs":1} → refused
Animal_Property call {"a":{}}: {} → {"value":null}
Animal_Property call {"a":{"value":null}}: {} → {"value":null}

## names of properties
Record_Parameter call {"a":{"X":1,"Name":"n"}}: {"x":1,"name":"n","z":3} → refused

## constructor parameters that are required
Boolean_RecordParameter call {"a":{}}: {"value":false} → refused
SByte_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
SByte_RecordParameter call {"a":{}}: {"value":0} → refused
Byte_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
Byte_RecordParameter call {"a":{}}: {"value":0} → refused
Int16_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
Int16_RecordParameter call {"a":{}}: {"value":0} → refused
UInt16_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
UInt16_RecordParameter call {"a":{}}: {"value":0} → refused
Int32_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
Int32_RecordParameter call {"a":{}}: {"value":0} → refused
UInt32_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
UInt32_RecordParameter call {"a":{}}: {"value":0} → refused
Int64_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
Int64_RecordParameter call {"a":{}}: {"value":0} → refused
UInt64_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
UInt64_RecordParameter call {"a":{}}: {"value":0} → refused
Int128_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
Int128_RecordParameter call {"a":{}}: {"value":0} → refused
UInt128_RecordParameter call {"a":{"value":"5"}}: {"value":5} → refused
UInt128_RecordParameter call {"a":{}}: {"value":0} → refused
Half_RecordParameter call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Half_RecordParameter call {"a":{}}: {"value":0} → refused
Single_RecordParameter call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Single_RecordParameter call {"a":{}}: {"value":0} → refused
Double_RecordParameter call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Double_RecordParameter call {"a":{}}: {"value":0} → refused
Decimal_RecordParameter call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Decimal_RecordParameter call {"a":{}}: {"value":0} → refused
Char_RecordParameter call {"a":{}}: {"value":"\u0000"} → refused
String_RecordParameter call {"a":{}}: {} → refused
DateTime_RecordParameter call {"a":{}}: {"value":"0001-01-01T00:00:00"} → refused
DateTimeOffset_RecordParameter call {"a":{}}: {"value":"0001-01-01T00:00:00+00:00"} → refused
DateOnly_RecordParameter call {"a":{}}: {"value":"0001-01-01"} → refused
TimeOnly_RecordParameter call {"a":{}}: {"value":"00:00:00"} → refused
TimeSpan_RecordParameter call {"a":{}}: {"value":"00:00:00"} → refused
Guid_RecordParameter call {"a":{}}: {"value":"00000000-0000-0000-0000-000000000000"} → refused
Uri_RecordParameter call {"a":{}}: {} → refused
Version_RecordParameter call {"a":{}}: {} → refused
Bytes_RecordParameter call {"a":{}}: {} → refused
ByteMemory_RecordParameter call {"a":{}}: {"value":""} → refused
WritableMemory_RecordParameter call {"a":{}}: {"value":""} → refused
JsonNode_RecordParameter call {"a":{}}: {} → refused
JsonObject_RecordParameter call {"a":{}}: {} → refused
JsonArray_RecordParameter call {"a":{}}: {} → refused
JsonScalar_RecordParameter call {"a":{}}: {} → refused
JsonDocument_RecordParameter call {"a":{}}: {} → refused
Object_RecordParameter call {"a":{}}: {} → refused
Colour_RecordParameter call {"a":{}}: {"value":"Red"} → refused
Rights_RecordParameter call {"a":{}}: {"value":"None"} → refused
Combined_RecordParameter call {"a":{"value":"read, Delete"}}: {"value":"Read, Delete"} → refused
Combined_RecordParameter call {"a":{}}: {"value":"None"} → refused
Unnamed_RecordParameter call {"a":{"value":"9"}}: {"value":9} → refused
Unnamed_RecordParameter call {"a":{}}: {"value":0} → refused
Numbered_RecordParameter call {"a":{"value":1}}: {"value":"On"} → refused
Numbered_RecordParameter call {"a":{}}: {"value":"Off"} → refused
Array_RecordParameter call {"a":{}}: {} → refused
DictionaryOf_RecordParameter call {"a":{}}: {} → refused
Entry_Parameter call {"a":{"key":"a"}}: {"key":"a","value":0} → refused
Record_Parameter call {"a":{"x":1}}: {"x":1,"z":3} → refused
Record_Nullable call {"a":{"x":1}}: {"x":1,"z":3} → refused
Record_NullDefault call {"a":{"x":1}}: {"x":1,"z":3} → refused
Record_Awaited call {"a":{"x":1}}: {"x":1,"z":3} → refused
Record_Property call {"a":{"value":{"x":1}}}: {"value":{"x":1,"z":3}} → refused
Record_NullableProperty call {"a":{"value":{"x":1}}}: {"value":{"x":1,"z":3}} → refused
Record_RecordParameter call {"a":{"value":{"x":1}}}: {"value":{"x":1,"z":3}} → refused
Record_RecordParameter call {"a":{}}: {} → refused
Record_Item call {"a":[{"x":1}]}: [{"x":1,"z":3}] → refused
Record_NullableItem call {"a":[{"x":1}]}: [{"x":1,"z":3}] → refused
Record_Value call {"a":{"k":{"x":1}}}: {"k":{"x":1,"z":3}} → refused
Constructed_Parameter call {"a":{}}: {"size":4} → refused
Constructed_Parameter call {"a":{"size":1}}: {"size":1} → refused
Constructed_Nullable call {"a":{}}: {"size":4} → refused
Constructed_Property call {"a":{"value":{}}}: {"value":{"size":4}} → refused
Constructed_Item call {"a":[{}]}: [{"size":4}] → refused
Constructed_Value call {"a":{"k":{}}}: {"k":{"size":4}} → refused
Chosen_Parameter call {"a":{}}: {"a":0} → refused
Chosen_Nullable call {"a":{}}: {"a":0} → refused
Chosen_Property call {"a":{"value":{}}}: {"value":{"a":0}} → refused
Chosen_Item call {"a":[{}]}: [{"a":0}] → refused
Chosen_Value call {"a":{"k":{}}}: {"k":{"a":0}} → refused

## a `Uri` that is not absolute
Uri_Parameter call {"a":"a/b"}: "a/b" → refused
Uri_Parameter call {"a":""}: "" → refused
Uri_Nullable call {"a":"a/b"}: "a/b" → refused
Uri_Nullable call {"a":""}: "" → refused
Uri_NullDefault call {"a":"a/b"}: "a/b" → refused
Uri_NullDefault call {"a":""}: "" → refused
Uri_Awaited call {"a":"a/b"}: "a/b" → refused
Uri_Awaited call {"a":""}: "" → refused

## numbers in strings
SByte_Parameter call {"a":"5"}: 5 → refused
SByte_Nullable call {"a":"5"}: 5 → refused
SByte_Default call {"a":"5"}: 5 → refused
SByte_NullDefault call {"a":"5"}: 5 → refused
SByte_Awaited call {"a":"5"}: 5 → refused
SByte_Property call {"a":{"value":"5"}}: {"value":5} → refused
SByte_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
SByte_RecordDefault call {"a":{"value":"5"}}: {"value":5} → refused
SByte_Item call {"a":["5"]}: [5] → refused
SByte_NullableItem call {"a":["5"]}: [5] → refused
SByte_Value call {"a":{"k":"5"}}: {"k":5} → refused
Byte_Parameter call {"a":"5"}: 5 → refused
Byte_Nullable call {"a":"5"}: 5 → refused
Byte_Default call {"a":"5"}: 5 → refused
Byte_NullDefault call {"a":"5"}: 5 → refused
Byte_Awaited call {"a":"5"}: 5 → refused
Byte_Property call {"a":{"value":"5"}}: {"value":5} → refused
Byte_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
Byte_RecordDefault call {"a":{"value":"5"}}: {"value":5} → refused
Byte_Item call {"a":["5"]}: [5] → refused
Byte_NullableItem call {"a":["5"]}: [5] → refused
Byte_Value call {"a":{"k":"5"}}: {"k":5} → refused
Int16_Parameter call {"a":"5"}: 5 → refused
Int16_Nullable call {"a":"5"}: 5 → refused
Int16_Default call {"a":"5"}: 5 → refused
Int16_NullDefault call {"a":"5"}: 5 → refused
Int16_Awaited call {"a":"5"}: 5 → refused
Int16_Property call {"a":{"value":"5"}}: {"value":5} → refused
Int16_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
Int16_RecordDefault call {"a":{"value":"5"}}: {"value":5} → refused
Int16_Item call {"a":["5"]}: [5] → refused
Int16_NullableItem call {"a":["5"]}: [5] → refused
Int16_Value call {"a":{"k":"5"}}: {"k":5} → refused
UInt16_Parameter call {"a":"5"}: 5 → refused
UInt16_Nullable call {"a":"5"}: 5 → refused
UInt16_Default call {"a":"5"}: 5 → refused
UInt16_NullDefault call {"a":"5"}: 5 → refused
UInt16_Awaited call {"a":"5"}: 5 → refused
UInt16_Property call {"a":{"value":"5"}}: {"value":5} → refused
UInt16_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
UInt16_RecordDefault call {"a":{"value":"5"}}: {"value":5} → refused
UInt16_Item call {"a":["5"]}: [5] → refused
UInt16_NullableItem call {"a":["5"]}: [5] → refused
UInt16_Value call {"a":{"k":"5"}}: {"k":5} → refused
Int32_Parameter call {"a":"5"}: 5 → refused
Int32_Nullable call {"a":"5"}: 5 → refused
Int32_Default call {"a":"5"}: 5 → refused
Int32_NullDefault call {"a":"5"}: 5 → refused
Int32_Awaited call {"a":"5"}: 5 → refused
Int32_Property call {"a":{"value":"5"}}: {"value":5} → refused
Int32_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
Int32_RecordDefault call {"a":{"value":"5"}}: {"value":5} → refused
Int32_Item call {"a":["5"]}: [5] → refused
Int32_NullableItem call {"a":["5"]}: [5] → refused
Int32_Value call {"a":{"k":"5"}}: {"k":5} → refused
UInt32_Parameter call {"a":"5"}: 5 → refused
UInt32_Nullable call {"a":"5"}: 5 → refused
UInt32_Default call {"a":"5"}: 5 → refused
UInt32_NullDefault call {"a":"5"}: 5 → refused
UInt32_Awaited call {"a":"5"}: 5 → refused
UInt32_Property call {"a":{"value":"5"}}: {"value":5} → refused
UInt32_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
UInt32_RecordDefault call {"a":{"value":"5"}}: {"value":5} → refused
UInt32_Item call {"a":["5"]}: [5] → refused
UInt32_NullableItem call {"a":["5"]}: [5] → refused
UInt32_Value call {"a":{"k":"5"}}: {"k":5} → refused
Int64_Parameter call {"a":"5"}: 5 → refused
Int64_Nullable call {"a":"5"}: 5 → refused
Int64_Default call {"a":"5"}: 5 → refused
Int64_NullDefault call {"a":"5"}: 5 → refused
Int64_Awaited call {"a":"5"}: 5 → refused
Int64_Property call {"a":{"value":"5"}}: {"value":5} → refused
Int64_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
Int64_RecordDefault call {"a":{"value":"5"}}: {"value":5} → refused
Int64_Item call {"a":["5"]}: [5] → refused
Int64_NullableItem call {"a":["5"]}: [5] → refused
Int64_Value call {"a":{"k":"5"}}: {"k":5} → refused
UInt64_Parameter call {"a":"5"}: 5 → refused
UInt64_Nullable call {"a":"5"}: 5 → refused
UInt64_Default call {"a":"5"}: 5 → refused
UInt64_NullDefault call {"a":"5"}: 5 → refused
UInt64_Awaited call {"a":"5"}: 5 → refused
UInt64_Property call {"a":{"value":"5"}}: {"value":5} → refused
UInt64_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
UInt64_RecordDefault call {"a":{"value":"5"}}: {"value":5} → refused
UInt64_Item call {"a":["5"]}: [5] → refused
UInt64_NullableItem call {"a":["5"]}: [5] → refused
UInt64_Value call {"a":{"k":"5"}}: {"k":5} → refused
Int128_Parameter call {"a":"5"}: 5 → refused
Int128_Nullable call {"a":"5"}: 5 → refused
Int128_NullDefault call {"a":"5"}: 5 → refused
Int128_Awaited call {"a":"5"}: 5 → refused
Int128_Property call {"a":{"value":"5"}}: {"value":5} → refused
Int128_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
Int128_Item call {"a":["5"]}: [5] → refused
Int128_NullableItem call {"a":["5"]}: [5] → refused
Int128_Value call {"a":{"k":"5"}}: {"k":5} → refused
UInt128_Parameter call {"a":"5"}: 5 → refused
UInt128_Nullable call {"a":"5"}: 5 → refused
UInt128_NullDefault call {"a":"5"}: 5 → refused
UInt128_Awaited call {"a":"5"}: 5 → refused
UInt128_Property call {"a":{"value":"5"}}: {"value":5} → refused
UInt128_NullableProperty call {"a":{"value":"5"}}: {"value":5} → refused
UInt128_Item call {"a":["5"]}: [5] → refused
UInt128_NullableItem call {"a":["5"]}: [5] → refused
UInt128_Value call {"a":{"k":"5"}}: {"k":5} → refused
Half_Parameter call {"a":"1.5"}: 1.5 → refused
Half_Nullable call {"a":"1.5"}: 1.5 → refused
Half_NullDefault call {"a":"1.5"}: 1.5 → refused
Half_Awaited call {"a":"1.5"}: 1.5 → refused
Half_Property call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Half_NullableProperty call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Half_Item call {"a":["1.5"]}: [1.5] → refused
Half_NullableItem call {"a":["1.5"]}: [1.5] → refused
Half_Value call {"a":{"k":"1.5"}}: {"k":1.5} → refused
Single_Parameter call {"a":"1.5"}: 1.5 → refused
Single_Nullable call {"a":"1.5"}: 1.5 → refused
Single_Default call {"a":"1.5"}: 1.5 → refused
Single_NullDefault call {"a":"1.5"}: 1.5 → refused
Single_Awaited call {"a":"1.5"}: 1.5 → refused
Single_Property call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Single_NullableProperty call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Single_RecordDefault call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Single_Item call {"a":["1.5"]}: [1.5] → refused
Single_NullableItem call {"a":["1.5"]}: [1.5] → refused
Single_Value call {"a":{"k":"1.5"}}: {"k":1.5} → refused
Double_Parameter call {"a":"1.5"}: 1.5 → refused
Double_Nullable call {"a":"1.5"}: 1.5 → refused
Double_Default call {"a":"1.5"}: 1.5 → refused
Double_NullDefault call {"a":"1.5"}: 1.5 → refused
Double_Awaited call {"a":"1.5"}: 1.5 → refused
Double_Property call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Double_NullableProperty call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Double_RecordDefault call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Double_Item call {"a":["1.5"]}: [1.5] → refused
Double_NullableItem call {"a":["1.5"]}: [1.5] → refused
Double_Value call {"a":{"k":"1.5"}}: {"k":1.5} → refused
Decimal_Parameter call {"a":"1.5"}: 1.5 → refused
Decimal_Nullable call {"a":"1.5"}: 1.5 → refused
Decimal_Default call {"a":"1.5"}: 1.5 → refused
Decimal_NullDefault call {"a":"1.5"}: 1.5 → refused
Decimal_Awaited call {"a":"1.5"}: 1.5 → refused
Decimal_Property call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Decimal_NullableProperty call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Decimal_RecordDefault call {"a":{"value":"1.5"}}: {"value":1.5} → refused
Decimal_Item call {"a":["1.5"]}: [1.5] → refused
Decimal_NullableItem call {"a":["1.5"]}: [1.5] → refused
Decimal_Value call {"a":{"k":"1.5"}}: {"k":1.5} → refused
Colour_Parameter call {"a":"1"}: "Green" → refused
Numbered_Parameter call {"a":"1"}: "On" → refused
Plain_Parameter call {"a":{"count":"1"}}: {"name":"none","count":1} → refused

## whole numbers written with a fraction or an exponent
SByte_Parameter call {"a":5.0}: refused → 5
SByte_Parameter call {"a":1e2}: refused → 100
Byte_Parameter call {"a":5.0}: refused → 5
Byte_Parameter call {"a":1e2}: refused → 100
Int16_Parameter call {"a":5.0}: refused → 5
Int16_Parameter call {"a":1e2}: refused → 100
UInt16_Parameter call {"a":5.0}: refused → 5
UInt16_Parameter call {"a":1e2}: refused → 100
Int32_Parameter call {"a":5.0}: refused → 5
Int32_Parameter call {"a":1e2}: refused → 100
UInt32_Parameter call {"a":5.0}: refused → 5
UInt32_Parameter call {"a":1e2}: refused → 100
Int64_Parameter call {"a":5.0}: refused → 5
Int64_Parameter call {"a":1e2}: refused → 100
UInt64_Parameter call {"a":5.0}: refused → 5
UInt64_Parameter call {"a":1e2}: refused → 100
Int128_Parameter call {"a":5.0}: refused → 5
Int128_Parameter call {"a":1e2}: refused → 100
UInt128_Parameter call {"a":5.0}: refused → 5
UInt128_Parameter call {"a":1e2}: refused → 100

## enum names
Colour_Parameter call {"a":"green"}: "Green" → refused
Colour_Parameter call {"a":1}: "Green" → refused
Colour_Parameter call {"a":"Red, Green"}: "Green" → refused
Small_Parameter call {"a":2}: "Two" → refused
Wide_Parameter call {"a":9223372036854775807}: "Max" → refused
Wide_Nullable call {"a":9223372036854775807}: "Max" → refused
Wide_Property call {"a":{"value":9223372036854775807}}: {"value":"Max"} → refused
Wide_Item call {"a":[9223372036854775807]}: ["Max"] → refused
Wide_Value call {"a":{"k":9223372036854775807}}: {"k":"Max"} → refused
Rights_Parameter call {"a":"read"}: "Read" → refused
Rights_Parameter call {"a":3}: "Both" → refused
Combined_Parameter call {"a":"read, Delete"}: "Read, Delete" → refused
Combined_Parameter call {"a":5}: "Read, Delete" → refused
Combined_Parameter call {"a":"5"}: "Read, Delete" → refused
Combined_Nullable call {"a":"read, Delete"}: "Read, Delete" → refused
Combined_Default call {"a":"read, Delete"}: "Read, Delete" → refused
Combined_NullDefault call {"a":"read, Delete"}: "Read, Delete" → refused
Combined_Awaited call {"a":"read, Delete"}: "Read, Delete" → refused
Combined_Property call {"a":{"value":"read, Delete"}}: {"value":"Read, Delete"} → refused
Combined_NullableProperty call {"a":{"value":"read, Delete"}}: {"value":"Read, Delete"} → refused
Combined_RecordDefault call {"a":{"value":"read, Delete"}}: {"value":"Read, Delete"} → refused
Combined_Item call {"a":["read, Delete"]}: ["Read, Delete"] → refused
Combined_NullableItem call {"a":["read, Delete"]}: ["Read, Delete"] → refused
Combined_Value call {"a":{"k":"read, Delete"}}: {"k":"Read, Delete"} → refused
Unnamed_Parameter call {"a":"9"}: 9 → refused
Unnamed_Parameter call {"a":9}: 9 → refused
Unnamed_Nullable call {"a":"9"}: 9 → refused
Unnamed_Default call {"a":"9"}: 9 → refused
Unnamed_NullDefault call {"a":"9"}: 9 → refused
Unnamed_Awaited call {"a":"9"}: 9 → refused
Unnamed_Property call {"a":{"value":"9"}}: {"value":9} → refused
Unnamed_NullableProperty call {"a":{"value":"9"}}: {"value":9} → refused
Unnamed_RecordDefault call {"a":{"value":"9"}}: {"value":9} → refused
Unnamed_Item call {"a":["9"]}: [9] → refused
Unnamed_NullableItem call {"a":["9"]}: [9] → refused
Unnamed_Value call {"a":{"k":"9"}}: {"k":9} → refused
Texted_Parameter call {"a":"off"}: "Off" → refused
Texted_Parameter call {"a":1}: "On" → refused
Texted_Nullable call {"a":"off"}: "Off" → refused
Texted_Property call {"a":{"value":"off"}}: {"value":"Off"} → refused
Texted_Item call {"a":["off"]}: ["Off"] → refused
Texted_Value call {"a":{"k":"off"}}: {"k":"Off"} → refused
Numbered_Parameter call {"a":1}: "On" → refused
Numbered_Parameter call {"a":0}: "Off" → refused
Numbered_Parameter call {"a":7}: 7 → refused
Numbered_Nullable call {"a":1}: "On" → refused
Numbered_Nullable call {"a":0}: "Off" → refused
Numbered_Default call {"a":1}: "On" → refused
Numbered_Default call {"a":0}: "Off" → refused
Numbered_NullDefault call {"a":1}: "On" → refused
Numbered_NullDefault call {"a":0}: "Off" → refused
Numbered_Awaited call {"a":1}: "On" → refused
Numbered_Awaited call {"a":0}: "Off" → refused
Numbered_Property call {"a":{"value":1}}: {"value":"On"} → refused
Numbered_NullableProperty call {"a":{"value":1}}: {"value":"On"} → refused
Numbered_RecordDefault call {"a":{"value":1}}: {"value":"On"} → refused
Numbered_Item call {"a":[1]}: ["On"] → refused
Numbered_Item call {"a":[1,1]}: ["On","On"] → refused
Numbered_NullableItem call {"a":[1]}: ["On"] → refused
Numbered_Value call {"a":{"k":1}}: {"k":"On"} → refused
Day_Parameter call {"a":"monday"}: "Monday" → refused
Day_Parameter call {"a":1}: "Monday" → refused
Day_Nullable call {"a":"monday"}: "Monday" → refused
Day_Property call {"a":{"value":"monday"}}: {"value":"Monday"} → refused
Day_Item call {"a":["monday"]}: ["Monday"] → refused
Day_Value call {"a":{"k":"monday"}}: {"k":"Monday"} → refused
ByEnum_Parameter call {"a":{"up":1}}: {"Up":1} → refused
ByEnum_Nullable call {"a":{"up":1}}: {"Up":1} → refused
ByEnum_Property call {"a":{"value":{"up":1}}}: {"value":{"Up":1}} → refused
ByEnum_Item call {"a":[{"up":1}]}: [{"Up":1}] → refused
ByEnum_Value call {"a":{"k":{"up":1}}}: {"k":{"Up":1}} → refused
ByFlags_Parameter call {"a":{"up":1}}: {"Up":1} → refused
ByFlags_Parameter call {"a":{"3":1}}: {"Up, Down":1} → refused
ByFlags_Nullable call {"a":{"up":1}}: {"Up":1} → refused
ByFlags_Property call {"a":{"value":{"up":1}}}: {"value":{"Up":1}} → refused
ByFlags_Item call {"a":[{"up":1}]}: [{"Up":1}] → refused
ByFlags_Value call {"a":{"k":{"up":1}}}: {"k":{"Up":1}} → refused

## date-times without offset for a `DateTimeOffset`
DateTimeOffset_Parameter call {"a":"2026-11-21T09:00:00"}: "2026-11-21T09:00:00+00:00" → refused
DateTimeOffset_Parameter call {"a":"2026-11-21"}: "2026-11-21T00:00:00+00:00" → refused

## times of day
TimeOnly_Parameter call {"a":"9:00"}: "09:00:00" → refused

## unknown names, and names twice
Record_Parameter call {"a":{"x":1,"name":"n","more":1}}: {"x":1,"name":"n","z":3} → refused
Named_Parameter call {"a":{"name":"n"}}: {"first-name":"","urlOfIt":"","_under":0,"é":0} → refused
Ignoring_Parameter call {"a":{"b":2}}: {"a":0,"e":0} → refused
Empty_Parameter call {"a":{"a":1}}: {} → refused
GetWeather call {"a":"x","b":1}: "x" → refused
GetWeather call {"a":"x","a":"y"}: "y" → refused
NoParameters call {"a":1}: "x" → refused

## types that System.Text.Json cannot read
IReadOnlySetOf_Parameter call {"a":[1,2,3]}: refused → [1,2,3]
IReadOnlySetOf_Parameter call {"a":[]}: refused → []
IReadOnlySetOf_Parameter call {"a":[2,2]}: refused → [2]
IReadOnlySetOf_Nullable call {"a":[1,2,3]}: refused → [1,2,3]
IReadOnlySetOf_Nullable call {"a":[]}: refused → []
IReadOnlySetOf_Nullable call {"a":[2,2]}: refused → [2]
IReadOnlySetOf_Property call {"a":{"value":[1,2,3]}}: refused → {"value":[1,2,3]}
IReadOnlySetOf_Item call {"a":[[1,2,3]]}: refused → [[1,2,3]]
IReadOnlySetOf_Item call {"a":[[1,2,3],[1,2,3]]}: refused → [[1,2,3],[1,2,3]]
IReadOnlySetOf_Value call {"a":{"k":[1,2,3]}}: refused → {"k":[1,2,3]}
ReadOnlyCollectionOf_Parameter call {"a":[1,2,3]}: refused → [1,2,3]
ReadOnlyCollectionOf_Parameter call {"a":[]}: refused → []
ReadOnlyCollectionOf_Parameter call {"a":[2,2]}: refused → [2,2]
ReadOnlyCollectionOf_Nullable call {"a":[1,2,3]}: refused → [1,2,3]
ReadOnlyCollectionOf_Nullable call {"a":[]}: refused → []
ReadOnlyCollectionOf_Nullable call {"a":[2,2]}: refused → [2,2]
ReadOnlyCollectionOf_Property call {"a":{"value":[1,2,3]}}: refused → {"value":[1,2,3]}
ReadOnlyCollectionOf_Item call {"a":[[1,2,3]]}: refused → [[1,2,3]]
ReadOnlyCollectionOf_Item call {"a":[[1,2,3],[1,2,3]]}: refused → [[1,2,3],[1,2,3]]
ReadOnlyCollectionOf_Value call {"a":{"k":[1,2,3]}}: refused → {"k":[1,2,3]}
ConcurrentBagOf_Parameter call {"a":[1,2,3]}: refused → [3,2,1]
ConcurrentBagOf_Parameter call {"a":[]}: refused → []
ConcurrentBagOf_Parameter call {"a":[2,2]}: refused → [2,2]
ConcurrentBagOf_Nullable call {"a":[1,2,3]}: refused → [3,2,1]
ConcurrentBagOf_Nullable call {"a":[]}: refused → []
ConcurrentBagOf_Nullable call {"a":[2,2]}: refused → [2,2]
ConcurrentBagOf_Property call {"a":{"value":[1,2,3]}}: refused → {"value":[3,2,1]}
ConcurrentBagOf_Item call {"a":[[1,2,3]]}: refused → [[3,2,1]]
ConcurrentBagOf_Item call {"a":[[1,2,3],[1,2,3]]}: refused → [[3,2,1],[3,2,1]]
ConcurrentBagOf_Value call {"a":{"k":[1,2,3]}}: refused → {"k":[3,2,1]}
SegmentOf_Parameter call {"a":[1,2,3]}: refused → [1,2,3]
SegmentOf_Parameter call {"a":[]}: refused → []
SegmentOf_Parameter call {"a":[2,2]}: refused → [2,2]
SegmentOf_Nullable call {"a":[1,2,3]}: refused → [1,2,3]
SegmentOf_Nullable call {"a":[]}: refused → []
SegmentOf_Nullable call {"a":[2,2]}: refused → [2,2]
SegmentOf_Property call {"a":{"value":[1,2,3]}}: refused → {"value":[1,2,3]}
SegmentOf_Item call {"a":[[1,2,3]]}: refused → [[1,2,3]]
SegmentOf_Item call {"a":[[1,2,3],[1,2,3]]}: refused → [[1,2,3],[1,2,3]]
SegmentOf_Value call {"a":{"k":[1,2,3]}}: refused → {"k":[1,2,3]}
FrozenDictionaryOf_Parameter call {"a":{"a":1,"b":2}}: refused → {"a":1,"b":2}
FrozenDictionaryOf_Parameter call {"a":{}}: refused → {}
FrozenDictionaryOf_Parameter call {"a":{"$id":1,"":2}}: refused → {"$id":1,"":2}
FrozenDictionaryOf_Nullable call {"a":{"a":1,"b":2}}: refused → {"a":1,"b":2}
FrozenDictionaryOf_Nullable call {"a":{}}: refused → {}
FrozenDictionaryOf_Nullable call {"a":{"$id":1,"":2}}: refused → {"$id":1,"":2}
FrozenDictionaryOf_Property call {"a":{"value":{"a":1,"b":2}}}: refused → {"value":{"a":1,"b":2}}
FrozenDictionaryOf_Item call {"a":[{"a":1,"b":2}]}: refused → [{"a":1,"b":2}]
FrozenDictionaryOf_Item call {"a":[{"a":1,"b":2},{"a":1,"b":2}]}: refused → [{"a":1,"b":2},{"a":1,"b":2}]
FrozenDictionaryOf_Value call {"a":{"k":{"a":1,"b":2}}}: refused → {"k":{"a":1,"b":2}}

## a method that returns nothing
ReturnsVoid call {"a":1}: null → Done.
ReturnsTask call {"a":1}: null → Done.
ReturnsValueTask call {"a":1}: null → Done.

## members that are null
Boolean_NullableProperty call {"a":{}}: {} → {"value":null}
Boolean_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
SByte_NullableProperty call {"a":{}}: {} → {"value":null}
SByte_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Byte_NullableProperty call {"a":{}}: {} → {"value":null}
Byte_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Int16_NullableProperty call {"a":{}}: {} → {"value":null}
Int16_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
UInt16_NullableProperty call {"a":{}}: {} → {"value":null}
UInt16_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Int32_NullableProperty call {"a":{}}: {} → {"value":null}
Int32_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
UInt32_NullableProperty call {"a":{}}: {} → {"value":null}
UInt32_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Int64_NullableProperty call {"a":{}}: {} → {"value":null}
Int64_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
UInt64_NullableProperty call {"a":{}}: {} → {"value":null}
UInt64_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Int128_NullableProperty call {"a":{}}: {} → {"value":null}
Int128_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
UInt128_NullableProperty call {"a":{}}: {} → {"value":null}
UInt128_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Half_NullableProperty call {"a":{}}: {} → {"value":null}
Half_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Single_NullableProperty call {"a":{}}: {} → {"value":null}
Single_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Double_NullableProperty call {"a":{}}: {} → {"value":null}
Double_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Decimal_NullableProperty call {"a":{}}: {} → {"value":null}
Decimal_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Char_NullableProperty call {"a":{}}: {} → {"value":null}
Char_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
String_Property call {"a":{}}: {} → {"value":null}
String_Property call {"a":{"value":null}}: {} → {"value":null}
String_NullableProperty call {"a":{}}: {} → {"value":null}
String_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
DateTime_NullableProperty call {"a":{}}: {} → {"value":null}
DateTime_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
DateTimeOffset_NullableProperty call {"a":{}}: {} → {"value":null}
DateTimeOffset_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
DateOnly_NullableProperty call {"a":{}}: {} → {"value":null}
DateOnly_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
TimeOnly_NullableProperty call {"a":{}}: {} → {"value":null}
TimeOnly_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
TimeSpan_NullableProperty call {"a":{}}: {} → {"value":null}
TimeSpan_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Guid_NullableProperty call {"a":{}}: {} → {"value":null}
Guid_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Uri_Property call {"a":{}}: {} → {"value":null}
Uri_Property call {"a":{"value":null}}: {} → {"value":null}
Uri_NullableProperty call {"a":{}}: {} → {"value":null}
Uri_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Version_Property call {"a":{}}: {} → {"value":null}
Version_Property call {"a":{"value":null}}: {} → {"value":null}
Version_NullableProperty call {"a":{}}: {} → {"value":null}
Version_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Bytes_Property call {"a":{}}: {} → {"value":null}
Bytes_Property call {"a":{"value":null}}: {} → {"value":null}
Bytes_NullableProperty call {"a":{}}: {} → {"value":null}
Bytes_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
ByteMemory_NullableProperty call {"a":{}}: {} → {"value":null}
ByteMemory_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
WritableMemory_NullableProperty call {"a":{}}: {} → {"value":null}
WritableMemory_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Element_NullableProperty call {"a":{}}: {} → {"value":null}
Element_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
JsonNode_Property call {"a":{}}: {} → {"value":null}
JsonNode_Property call {"a":{"value":null}}: {} → {"value":null}
JsonNode_NullableProperty call {"a":{}}: {} → {"value":null}
JsonNode_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
JsonObject_Property call {"a":{}}: {} → {"value":null}
JsonObject_Property call {"a":{"value":null}}: {} → {"value":null}
JsonObject_NullableProperty call {"a":{}}: {} → {"value":null}
JsonObject_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
JsonArray_Property call {"a":{}}: {} → {"value":null}
JsonArray_Property call {"a":{"value":null}}: {} → {"value":null}
JsonArray_NullableProperty call {"a":{}}: {} → {"value":null}
JsonArray_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
JsonScalar_Property call {"a":{}}: {} → {"value":null}
JsonScalar_Property call {"a":{"value":null}}: {} → {"value":null}
JsonScalar_NullableProperty call {"a":{}}: {} → {"value":null}
JsonScalar_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
JsonDocument_Property call {"a":{}}: {} → {"value":null}
JsonDocument_NullableProperty call {"a":{}}: {} → {"value":null}
Object_Property call {"a":{}}: {} → {"value":null}
Object_Property call {"a":{"value":null}}: {} → {"value":null}
Object_NullableProperty call {"a":{}}: {} → {"value":null}
Object_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Colour_NullableProperty call {"a":{}}: {} → {"value":null}
Colour_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Rights_NullableProperty call {"a":{}}: {} → {"value":null}
Rights_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Combined_NullableProperty call {"a":{}}: {} → {"value":null}
Combined_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Numbered_NullableProperty call {"a":{}}: {} → {"value":null}
Numbered_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Array_Property call {"a":{}}: {} → {"value":null}
Array_Property call {"a":{"value":null}}: {} → {"value":null}
Array_NullableProperty call {"a":{}}: {} → {"value":null}
Array_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
ListOf_Property call {"a":{}}: {} → {"value":null}
ListOf_Property call {"a":{"value":null}}: {} → {"value":null}
IListOf_Property call {"a":{}}: {} → {"value":null}
IListOf_Property call {"a":{"value":null}}: {} → {"value":null}
ICollectionOf_Property call {"a":{}}: {} → {"value":null}
ICollectionOf_Property call {"a":{"value":null}}: {} → {"value":null}
IEnumerableOf_Property call {"a":{}}: {} → {"value":null}
IEnumerableOf_Property call {"a":{"value":null}}: {} → {"value":null}
IReadOnlyListOf_Property call {"a":{}}: {} → {"value":null}
IReadOnlyListOf_Property call {"a":{"value":null}}: {} → {"value":null}
IReadOnlyCollectionOf_Property call {"a":{}}: {} → {"value":null}
IReadOnlyCollectionOf_Property call {"a":{"value":null}}: {} → {"value":null}
HashSetOf_Property call {"a":{}}: {} → {"value":null}
HashSetOf_Property call {"a":{"value":null}}: {} → {"value":null}
ISetOf_Property call {"a":{}}: {} → {"value":null}
ISetOf_Property call {"a":{"value":null}}: {} → {"value":null}
IReadOnlySetOf_Property call {"a":{}}: {} → {"value":null}
IReadOnlySetOf_Property call {"a":{"value":null}}: {} → {"value":null}
SortedSetOf_Property call {"a":{}}: {} → {"value":null}
SortedSetOf_Property call {"a":{"value":null}}: {} → {"value":null}
QueueOf_Property call {"a":{}}: {} → {"value":null}
QueueOf_Property call {"a":{"value":null}}: {} → {"value":null}
LinkedListOf_Property call {"a":{}}: {} → {"value":null}
LinkedListOf_Property call {"a":{"value":null}}: {} → {"value":null}
CollectionOf_Property call {"a":{}}: {} → {"value":null}
CollectionOf_Property call {"a":{"value":null}}: {} → {"value":null}
ObservableCollectionOf_Property call {"a":{}}: {} → {"value":null}
ObservableCollectionOf_Property call {"a":{"value":null}}: {} → {"value":null}
ReadOnlyCollectionOf_Property call {"a":{}}: {} → {"value":null}
ReadOnlyCollectionOf_Property call {"a":{"value":null}}: {} → {"value":null}
ConcurrentQueueOf_Property call {"a":{}}: {} → {"value":null}
ConcurrentQueueOf_Property call {"a":{"value":null}}: {} → {"value":null}
ConcurrentBagOf_Property call {"a":{}}: {} → {"value":null}
ConcurrentBagOf_Property call {"a":{"value":null}}: {} → {"value":null}
ImmutableListOf_Property call {"a":{}}: {} → {"value":null}
ImmutableListOf_Property call {"a":{"value":null}}: {} → {"value":null}
ImmutableHashSetOf_Property call {"a":{}}: {} → {"value":null}
ImmutableHashSetOf_Property call {"a":{"value":null}}: {} → {"value":null}
ImmutableSortedSetOf_Property call {"a":{}}: {} → {"value":null}
ImmutableSortedSetOf_Property call {"a":{"value":null}}: {} → {"value":null}
ImmutableQueueOf_Property call {"a":{}}: {} → {"value":null}
ImmutableQueueOf_Property call {"a":{"value":null}}: {} → {"value":null}
IImmutableListOf_Property call {"a":{}}: {} → {"value":null}
IImmutableListOf_Property call {"a":{"value":null}}: {} → {"value":null}
OwnList_Property call {"a":{}}: {} → {"value":null}
OwnList_Property call {"a":{"value":null}}: {} → {"value":null}
Jagged_Property call {"a":{}}: {} → {"value":null}
Jagged_Property call {"a":{"value":null}}: {} → {"value":null}
ListOfLists_Property call {"a":{}}: {} → {"value":null}
ListOfLists_Property call {"a":{"value":null}}: {} → {"value":null}
DictionaryOf_Property call {"a":{}}: {} → {"value":null}
DictionaryOf_Property call {"a":{"value":null}}: {} → {"value":null}
DictionaryOf_NullableProperty call {"a":{}}: {} → {"value":null}
DictionaryOf_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
IDictionaryOf_Property call {"a":{}}: {} → {"value":null}
IDictionaryOf_Property call {"a":{"value":null}}: {} → {"value":null}
IReadOnlyDictionaryOf_Property call {"a":{}}: {} → {"value":null}
IReadOnlyDictionaryOf_Property call {"a":{"value":null}}: {} → {"value":null}
SortedDictionaryOf_Property call {"a":{}}: {} → {"value":null}
SortedDictionaryOf_Property call {"a":{"value":null}}: {} → {"value":null}
SortedListOf_Property call {"a":{}}: {} → {"value":null}
SortedListOf_Property call {"a":{"value":null}}: {} → {"value":null}
ConcurrentDictionaryOf_Property call {"a":{}}: {} → {"value":null}
ConcurrentDictionaryOf_Property call {"a":{"value":null}}: {} → {"value":null}
ImmutableDictionaryOf_Property call {"a":{}}: {} → {"value":null}
ImmutableDictionaryOf_Property call {"a":{"value":null}}: {} → {"value":null}
ImmutableSortedDictionaryOf_Property call {"a":{}}: {} → {"value":null}
ImmutableSortedDictionaryOf_Property call {"a":{"value":null}}: {} → {"value":null}
FrozenDictionaryOf_Property call {"a":{}}: {} → {"value":null}
FrozenDictionaryOf_Property call {"a":{"value":null}}: {} → {"value":null}
OwnMap_Property call {"a":{}}: {} → {"value":null}
OwnMap_Property call {"a":{"value":null}}: {} → {"value":null}
ByNumber_Property call {"a":{}}: {} → {"value":null}
ByNumber_Property call {"a":{"value":null}}: {} → {"value":null}
ByGuid_Property call {"a":{}}: {} → {"value":null}
ByGuid_Property call {"a":{"value":null}}: {} → {"value":null}
ByDate_Property call {"a":{}}: {} → {"value":null}
ByDate_Property call {"a":{"value":null}}: {} → {"value":null}
ByEnum_Property call {"a":{}}: {} → {"value":null}
ByEnum_Property call {"a":{"value":null}}: {} → {"value":null}
ByBoolean_Property call {"a":{}}: {} → {"value":null}
ByBoolean_Property call {"a":{"value":null}}: {} → {"value":null}
Entry_Property call {"a":{}}: {"value":{"value":0}} → {"value":{"key":null,"value":0}}
Entries_Property call {"a":{}}: {} → {"value":null}
Entries_Property call {"a":{"value":null}}: {} → {"value":null}
Record_Property call {"a":{}}: {} → {"value":null}
Record_Property call {"a":{"value":null}}: {} → {"value":null}
Record_NullableProperty call {"a":{}}: {} → {"value":null}
Record_NullableProperty call {"a":{"value":null}}: {} → {"value":null}
Plain_Parameter call {"a":{"name":"n","count":1,"note":null}}: {"name":"n","count":1} → {"name":"n","count":1,"note":null}
Plain_Parameter call {"a":{}}: {"name":"none","count":0} → {"name":"none","count":0,"note":null}
Plain_Parameter call {"a":{"name":null}}: {"count":0} → {"name":"none","count":0,"note":null}
Plain_Nullable call {"a":{"name":"n","count":1,"note":null}}: {"name":"n","count":1} → {"name":"n","count":1,"note":null}
Plain_Nullable call {"a":{}}: {"name":"none","count":0} → {"name":"none","count":0,"note":null}
Plain_Nullable call {"a":{"name":null}}: {"count":0} → {"name":"none","count":0,"note":null}
Plain_Property call {"a":{"value":{"name":"n","count":1,"note":null}}}: {"value":{"name":"n","count":1}} → {"value":{"name":"n","count":1,"note":null}}
Plain_Property call {"a":{"value":{"name":null}}}: {"value":{"count":0}} → {"value":{"name":"none","count":0,"note":null}}
Plain_Property call {"a":{}}: {} → {"value":null}
Plain_Property call {"a":{"value":null}}: {} → {"value":null}
Plain_Item call {"a":[{"name":"n","count":1,"note":null}]}: [{"name":"n","count":1}] → [{"name":"n","count":1,"note":null}]
Plain_Item call {"a":[{"name":null}]}: [{"count":0}] → [{"name":"none","count":0,"note":null}]
Plain_Item call {"a":[{"name":"n","count":1,"note":null},{"name":"n","count":1,"note":null}]}: [{"name":"n","count":1},{"name":"n","count":1}] → [{"name":"n","count":1,"note":null},{"name":"n","count":1,"note":null}]
Plain_Value call {"a":{"k":{"name":"n","count":1,"note":null}}}: {"k":{"name":"n","count":1}} → {"k":{"name":"n","count":1,"note":null}}
Plain_Value call {"a":{"k":{"name":null}}}: {"k":{"count":0}} → {"k":{"name":"none","count":0,"note":null}}
Constructed_Parameter call {"a":{"name":"n","size":1}}: {"name":"n","size":1} → {"name":"n","size":1,"comment":null}
Constructed_Nullable call {"a":{"name":"n","size":1}}: {"name":"n","size":1} → {"name":"n","size":1,"comment":null}
Constructed_Property call {"a":{}}: {} → {"value":null}
Constructed_Property call {"a":{"value":null}}: {} → {"value":null}
Chosen_Property call {"a":{}}: {} → {"value":null}
Chosen_Property call {"a":{"value":null}}: {} → {"value":null}
Structure_Parameter call {"a":{}}: {"first":0} → {"first":0,"second":null}
Structure_Nullable call {"a":{}}: {"first":0} → {"first":0,"second":null}
Structure_Property call {"a":{}}: {"value":{"first":0}} → {"value":{"first":0,"second":null}}
Demanding_Parameter call {"a":{"name":"n","count":null,"age":1}}: {"name":"n","age":1} → {"name":"n","count":null,"age":1}
Demanding_Nullable call {"a":{"name":"n","count":null,"age":1}}: {"name":"n","age":1} → {"name":"n","count":null,"age":1}
Demanding_Property call {"a":{"value":{"name":"n","count":null,"age":1}}}: {"value":{"name":"n","age":1}} → {"value":{"name":"n","count":null,"age":1}}
Demanding_Property call {"a":{}}: {} → {"value":null}
Demanding_Property call {"a":{"value":null}}: {} → {"value":null}
Demanding_Item call {"a":[{"name":"n","count":null,"age":1}]}: [{"name":"n","age":1}] → [{"name":"n","count":null,"age":1}]
Demanding_Item call {"a":[{"name":"n","count":null,"age":1},{"name":"n","count":null,"age":1}]}: [{"name":"n","age":1},{"name":"n","age":1}] → [{"name":"n","count":null,"age":1},{"name":"n","count":null,"age":1}]
Demanding_Value call {"a":{"k":{"name":"n","count":null,"age":1}}}: {"k":{"name":"n","age":1}} → {"k":{"name":"n","count":null,"age":1}}
Initialised_Property call {"a":{}}: {} → {"value":null}
Initialised_Property call {"a":{"value":null}}: {} → {"value":null}
Derived_Property call {"a":{}}: {} → {"value":null}
Derived_Property call {"a":{"value":null}}: {} → {"value":null}
Hiding_Property call {"a":{}}: {} → {"value":null}
Hiding_Property call {"a":{"value":null}}: {} → {"value":null}
Named_Property call {"a":{}}: {} → {"value":null}
Named_Property call {"a":{"value":null}}: {} → {"value":null}
Ordered_Property call {"a":{}}: {} → {"value":null}
Ordered_Property call {"a":{"value":null}}: {} → {"value":null}
Ignoring_Property call {"a":{}}: {} → {"value":null}
Ignoring_Property call {"a":{"value":null}}: {} → {"value":null}
Sided_Property call {"a":{}}: {} → {"value":null}
Sided_Property call {"a":{"value":null}}: {} → {"value":null}
ReadOnlyMembers_Property call {"a":{}}: {} → {"value":null}
ReadOnlyMembers_Property call {"a":{"value":null}}: {} → {"value":null}
Privates_Property call {"a":{}}: {} → {"value":null}
Privates_Property call {"a":{"value":null}}: {} → {"value":null}
Extended_Property call {"a":{}}: {} → {"value":null}
Extended_Property call {"a":{"value":null}}: {} → {"value":null}
ExtendedByNode_Property call {"a":{}}: {} → {"value":null}
ExtendedByNode_Property call {"a":{"value":null}}: {} → {"value":null}
Strict_Property call {"a":{}}: {} → {"value":null}
Strict_Property call {"a":{"value":null}}: {} → {"value":null}
NumberText_Property call {"a":{}}: {} → {"value":null}
NumberText_Property call {"a":{"value":null}}: {} → {"value":null}
NumbersText_Property call {"a":{}}: {} → {"value":null}
NumbersText_Property call {"a":{"value":null}}: {} → {"value":null}
Populated_Property call {"a":{}}: {} → {"value":null}
Populated_Property call {"a":{"value":null}}: {} → {"value":null}
Described_Property call {"a":{}}: {} → {"value":null}
Described_Property call {"a":{"value":null}}: {} → {"value":null}
Generic_Property call {"a":{}}: {} → {"value":null}
Generic_Property call {"a":{"value":null}}: {} → {"value":null}
Outer_Parameter call {"a":{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}}: {"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]} → {"at":{"x":1,"c":"Green"},"other":null,"colour":"Red","maybe":null,"map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}],"number":null}
Outer_Nullable call {"a":{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}}: {"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]} → {"at":{"x":1,"c":"Green"},"other":null,"colour":"Red","maybe":null,"map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}],"number":null}
Outer_Property call {"a":{"value":{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}}}: {"value":{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}} → {"value":{"at":{"x":1,"c":"Green"},"other":null,"colour":"Red","maybe":null,"map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}],"number":null}}
Outer_Property call {"a":{}}: {} → {"value":null}
Outer_Property call {"a":{"value":null}}: {} → {"value":null}
Outer_Item call {"a":[{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}]}: [{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}] → [{"at":{"x":1,"c":"Green"},"other":null,"colour":"Red","maybe":null,"map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}],"number":null}]
Outer_Item call {"a":[{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]},{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}]}: [{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]},{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}] → [{"at":{"x":1,"c":"Green"},"other":null,"colour":"Red","maybe":null,"map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}],"number":null},{"at":{"x":1,"c":"Green"},"other":null,"colour":"Red","maybe":null,"map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}],"number":null}]
Outer_Value call {"a":{"k":{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}}}: {"k":{"at":{"x":1,"c":"Green"},"colour":"Red","map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}]}} → {"k":{"at":{"x":1,"c":"Green"},"other":null,"colour":"Red","maybe":null,"map":{"k":{"x":2,"c":"Red"}},"list":[{"x":3,"c":"Red"}],"number":null}}
Tree_Parameter call {"a":{"name":"a","next":{"name":"b"},"children":[{"name":"c"}]}}: {"name":"a","next":{"name":"b","children":[]},"children":[{"name":"c","children":[]}]} → {"name":"a","next":{"name":"b","next":null,"children":[],"byName":null},"children":[{"name":"c","next":null,"children":[],"byName":null}],"byName":null}
Tree_Parameter call {"a":{}}: {"name":"","children":[]} → {"name":"","next":null,"children":[],"byName":null}
Tree_Nullable call {"a":{"name":"a","next":{"name":"b"},"children":[{"name":"c"}]}}: {"name":"a","next":{"name":"b","children":[]},"children":[{"name":"c","children":[]}]} → {"name":"a","next":{"name":"b","next":null,"children":[],"byName":null},"children":[{"name":"c","next":null,"children":[],"byName":null}],"byName":null}
Tree_Nullable call {"a":{}}: {"name":"","children":[]} → {"name":"","next":null,"children":[],"byName":null}
Tree_Property call {"a":{"value":{"name":"a","next":{"name":"b"},"children":[{"name":"c"}]}}}: {"value":{"name":"a","next":{"name":"b","children":[]},"children":[{"name":"c","children":[]}]}} → {"value":{"name":"a","next":{"name":"b","next":null,"children":[],"byName":null},"children":[{"name":"c","next":null,"children":[],"byName":null}],"byName":null}}
Tree_Property call {"a":{}}: {} → {"value":null}
Tree_Property call {"a":{"value":null}}: {} → {"value":null}
Tree_Item call {"a":[{"name":"a","next":{"name":"b"},"children":[{"name":"c"}]}]}: [{"name":"a","next":{"name":"b","children":[]},"children":[{"name":"c","children":[]}]}] → [{"name":"a","next":{"name":"b","next":null,"children":[],"byName":null},"children":[{"name":"c","next":null,"children":[],"byName":null}],"byName":null}]
Tree_Item call {"a":[{"name":"a","next":{"name":"b"},"children":[{"name":"c"}]},{"name":"a","next":{"name":"b"},"children":[{"name":"c"}]}]}: [{"name":"a","next":{"name":"b","children":[]},"children":[{"name":"c","children":[]}]},{"name":"a","next":{"name":"b","children":[]},"children":[{"name":"c","children":[]}]}] → [{"name":"a","next":{"name":"b","next":null,"children":[],"byName":null},"children":[{"name":"c","next":null,"children":[],"byName":null}],"byName":null},{"name":"a","next":{"name":"b","next":null,"children":[],"byName":null},"children":[{"name":"c","next":null,"children":[],"byName":null}],"byName":null}]
Tree_Value call {"a":{"k":{"name":"a","next":{"name":"b"},"children":[{"name":"c"}]}}}: {"k":{"name":"a","next":{"name":"b","children":[]},"children":[{"name":"c","children":[]}]}} → {"k":{"name":"a","next":{"name":"b","next":null,"children":[],"byName":null},"children":[{"name":"c","next":null,"children":[],"byName":null}],"byName":null}}
Left_Parameter call {"a":{"right":{"left":{"right":null}}}}: {"right":{"left":{}}} → {"right":{"left":{"right":null}}}
Left_Nullable call {"a":{"right":{"left":{"right":null}}}}: {"right":{"left":{}}} → {"right":{"left":{"right":null}}}
Left_Property call {"a":{"value":{"right":{"left":{"right":null}}}}}: {"value":{"right":{"left":{}}}} → {"value":{"right":{"left":{"right":null}}}}
Left_Property call {"a":{}}: {} → {"value":null}
Left_Property call {"a":{"value":null}}: {} → {"value":null}
Left_Item call {"a":[{"right":{"left":{"right":null}}}]}: [{"right":{"left":{}}}] → [{"right":{"left":{"right":null}}}]
Left_Item call {"a":[{"right":{"left":{"right":null}}},{"right":{"left":{"right":null}}}]}: [{"right":{"left":{}}},{"right":{"left":{}}}] → [{"right":{"left":{"right":null}}},{"right":{"left":{"right":null}}}]
Left_Value call {"a":{"k":{"right":{"left":{"right":null}}}}}: {"k":{"right":{"left":{}}}} → {"k":{"right":{"left":{"right":null}}}}
Empty_Property call {"a":{}}: {} → {"value":null}
Empty_Property call {"a":{"value":null}}: {} → {"value":null}
Throwing_Property call {"a":{}}: {} → {"value":null}
Throwing_Property call {"a":{"value":null}}: {} → {"value":null}
OldPair_Property call {"a":{}}: {} → {"value":null}
OldPair_Property call {"a":{"value":null}}: {} → {"value":null}
ReturnsTaskOfRecord call {"a":1}: {"x":1} → {"x":1,"y":null}

## `[Sensitive]` members
SensitiveResult call {"a":{"name":"n","secret":"s"}}: {"name":"n","secret":"s"} → {"name":"n","secret":"[redacted:sensitive]"}

## `true` and `false` as keys
ByBoolean_Parameter call {"a":{"true":1}}: {"True":1} → {"true":1}
ByBoolean_Nullable call {"a":{"true":1}}: {"True":1} → {"true":1}
ByBoolean_Property call {"a":{"value":{"true":1}}}: {"value":{"True":1}} → {"value":{"true":1}}
ByBoolean_Item call {"a":[{"true":1}]}: [{"True":1}] → [{"true":1}]
ByBoolean_Item call {"a":[{"true":1},{"true":1}]}: [{"True":1},{"True":1}] → [{"true":1},{"true":1}]
ByBoolean_Value call {"a":{"k":{"true":1}}}: {"k":{"True":1}} → {"k":{"true":1}}

## `[JsonNumberHandling(WriteAsString)]`
NumberText_Parameter call {"a":{"a":"1","b":"NaN","c":1}}: {"a":"1","b":"NaN","c":1} → {"a":1,"b":"NaN","c":1}
NumberText_Parameter call {"a":{"a":1,"b":2,"c":1}}: {"a":"1","b":2,"c":1} → {"a":1,"b":2,"c":1}
NumberText_Nullable call {"a":{"a":"1","b":"NaN","c":1}}: {"a":"1","b":"NaN","c":1} → {"a":1,"b":"NaN","c":1}
NumberText_Nullable call {"a":{"a":1,"b":2,"c":1}}: {"a":"1","b":2,"c":1} → {"a":1,"b":2,"c":1}
NumberText_Property call {"a":{"value":{"a":"1","b":"NaN","c":1}}}: {"value":{"a":"1","b":"NaN","c":1}} → {"value":{"a":1,"b":"NaN","c":1}}
NumberText_Item call {"a":[{"a":"1","b":"NaN","c":1}]}: [{"a":"1","b":"NaN","c":1}] → [{"a":1,"b":"NaN","c":1}]
NumberText_Item call {"a":[{"a":"1","b":"NaN","c":1},{"a":"1","b":"NaN","c":1}]}: [{"a":"1","b":"NaN","c":1},{"a":"1","b":"NaN","c":1}] → [{"a":1,"b":"NaN","c":1},{"a":1,"b":"NaN","c":1}]
NumberText_Value call {"a":{"k":{"a":"1","b":"NaN","c":1}}}: {"k":{"a":"1","b":"NaN","c":1}} → {"k":{"a":1,"b":"NaN","c":1}}
NumbersText_Parameter call {"a":{"a":"1","b":["2.5"]}}: {"a":"1","b":["2.5"]} → {"a":1,"b":[2.5]}
NumbersText_Nullable call {"a":{"a":"1","b":["2.5"]}}: {"a":"1","b":["2.5"]} → {"a":1,"b":[2.5]}
NumbersText_Property call {"a":{"value":{"a":"1","b":["2.5"]}}}: {"value":{"a":"1","b":["2.5"]}} → {"value":{"a":1,"b":[2.5]}}
NumbersText_Item call {"a":[{"a":"1","b":["2.5"]}]}: [{"a":"1","b":["2.5"]}] → [{"a":1,"b":[2.5]}]
NumbersText_Item call {"a":[{"a":"1","b":["2.5"]},{"a":"1","b":["2.5"]}]}: [{"a":"1","b":["2.5"]},{"a":"1","b":["2.5"]}] → [{"a":1,"b":[2.5]},{"a":1,"b":[2.5]}]
NumbersText_Value call {"a":{"k":{"a":"1","b":["2.5"]}}}: {"k":{"a":"1","b":["2.5"]}} → {"k":{"a":1,"b":[2.5]}}

## NaN and infinities
ReturnsNaN call {"a":0}: refused → "NaN"
ReturnsNaN call {"a":1}: refused → "Infinity"

## values in an `object`
ReturnsAnonymous call {"a":1}: {"a":1,"b":[1]} → refused

## a `JsonElement` that was never set
Element_Property call {"a":{}}: refused → {"value":null}
