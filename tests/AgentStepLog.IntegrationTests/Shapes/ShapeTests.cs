using AgentStepLog.IntegrationTests.Shapes.Subjects;

namespace AgentStepLog.IntegrationTests.Shapes;

/// <summary>
/// Every supported kind of method × every return shape × every way to end, called directly: one record, and nothing that
/// the caller could tell apart from the plain call.
/// </summary>
public sealed class ShapeTests
{
    private static readonly Dictionary<string, Func<string, Mode, object?>> s_subjects = new()
    {
        ["PublicInstance"] = (shape, mode) => PublicInstanceCaller.Call(new(), shape, mode),
        ["InternalStatic"] = InternalStaticCaller.Call,
        ["PrivateInPartial"] = (shape, mode) => new PrivateInPartial().Call(shape, mode),
        ["PrivateStaticInPartial"] = PrivateStaticInPartial.Call,
        ["PrivateInPlain"] = (shape, mode) => new PrivateInPlain().Call(shape, mode),
        ["PrivateStaticInPlain"] = PrivateStaticInPlain.Call,
        ["ProtectedBase"] = (shape, mode) => new ProtectedVirtual().Call(shape, mode),
        ["Shell.NestedRecord"] = (shape, mode) => NestedRecordCaller.Call(new("a"), shape, mode),
        ["IContract"] = (shape, mode) => InterfaceCaller.Call(new Implementation(), shape, mode),
        ["Overridden"] = (shape, mode) => OverrideCaller.Call(new(), shape, mode),
        ["MutableStruct"] = (shape, mode) => MutableStructCaller.Call(new(), shape, mode),
        ["ReadonlyRecordStruct"] = (shape, mode) => new ReadonlyRecordStruct(1).Call(shape, mode),
        ["PrivateInStruct"] = (shape, mode) => new PrivateInStruct().Call(shape, mode),
        ["PrivateStaticInStruct"] = PrivateStaticInStruct.Call,
        ["Extension"] = (shape, mode) => ExtensionCaller.Call("a", shape, mode),
        ["ExtensionBlock"] = (shape, mode) => ExtensionBlockCaller.Call('a', shape, mode),
        ["GenericMethod"] = (shape, mode) => GenericMethodCaller.Call(new(), shape, mode),
        ["GenericType<T>.Inner<T2>"] = (shape, mode) => GenericTypeCaller.Call(new(), shape, mode),
        ["GenericStruct<T>"] = (shape, mode) => GenericStructCaller.Call(new(), shape, mode),
        ["GenericExtension"] = (shape, mode) => GenericExtensionCaller.Call([1], shape, mode),
        ["GenericOverridden<T>"] = (shape, mode) => GenericOverrideCaller.Call(new(), shape, mode),
        ["IGenericContract<T>"] = (shape, mode) => GenericInterfaceCaller.Call(new GenericImplementation(), shape, mode),
        ["PrivateInGenericPlain<T>"] = (shape, mode) => new PrivateInGenericPlain<string>().Call(shape, mode),
        ["PrivateInGenericPartial<T>"] = (shape, mode) => new PrivateInGenericPartial<int>().Call(shape, mode),
        ["PrivateStaticInGenericStruct<T>"] = PrivateStaticInGenericStruct<string>.Call,
        ["PrivateInGenericStruct<T>"] = (shape, mode) => new PrivateInGenericStruct<string>().Call(shape, mode),
        ["PrivateStaticInGenericPlain<T>"] = PrivateStaticInGenericPlain<int>.Call,
        ["IPrivateInInterface"] = (shape, mode) => ((IPrivateInInterface)new PrivateInInterface()).Call(shape, mode),
        ["IExplicitlyImplemented"] = (shape, mode) => ExplicitlyImplementedCaller.Call(new ExplicitImplementation(), shape, mode),
        ["IDefaultMember"] = (shape, mode) => DefaultMemberCaller.Call(new DefaultMember(), shape, mode),
        ["PrivateProtected"] = (shape, mode) => new PrivateProtectedCaller().Call(shape, mode),
        ["PositionalRecordStruct"] = (shape, mode) => new PositionalRecordStruct(1).Call(shape, mode),
        ["PrivateGenericInPlain"] = (shape, mode) => new PrivateGenericInPlain().Call(shape, mode),
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var subject in s_subjects.Keys)
        {
            foreach (var shape in new[] { "void", "int", "Task", "Task<int>", "ValueTask", "ValueTask<int>" })
            {
                cases.Add(subject, shape);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Call_leaves_one_record_and_its_outcome_unchanged(string subject, string shape)
    {
        foreach (var mode in Enum.GetValues<Mode>())
        {
            var call = s_subjects[subject];
            var plain = await Outcome.Of(shape, () => call(shape, mode));

            using var log = StepLog.InMemory();
            ToolCallStep step;
            Outcome recorded;
            using (var parent = log.ToolCall("parent"))
            {
                recorded = await Outcome.Of(shape, () => call(shape, mode));
                step = Assert.Single(log.Steps.OfType<ToolCallStep>());
                parent.Complete();
            }

            Assert.Equal(plain, recorded);
            Check(step, subject, shape, mode, log);
        }
    }

    private static void Check(ToolCallStep step, string subject, string shape, Mode mode, StepLog log)
    {
        var failed = mode is not (Mode.Return or Mode.ReturnLater);
        var input = step.InputJson.ToElement();
        Assert.Equal($"AgentStepLog.IntegrationTests.Shapes.Subjects.{subject}.", step.Method![..(step.Method!.LastIndexOf('.') + 1)]);
        Assert.Equal(StepRoute.Direct, step.Route);
        Assert.Equal(mode.ToString(), input.GetProperty("mode").GetString());
        Assert.StartsWith("Shapes/Subjects/", step.Caller!.File, StringComparison.Ordinal);
        Assert.Equal(input.GetProperty("line").GetInt32(), step.Caller.Line);
        Assert.EndsWith(".Call", step.Caller.Member, StringComparison.Ordinal);
        Assert.Equal(log.Steps.OfType<ToolCallStep>().Single(s => s.Tool == "parent").SpanId, step.ParentId);

        Assert.Equal(failed, step.Error is not null);
        Assert.DoesNotContain(step.ErrorFrames, static f => f.StartsWith("AgentStepLog.", StringComparison.Ordinal) && !f.StartsWith("AgentStepLog.IntegrationTests.", StringComparison.Ordinal));
        Assert.Equal(mode is Mode.Cancel or Mode.CancelLater, step.Canceled);
        Assert.Equal(!failed && shape.Contains("int", StringComparison.Ordinal) ? "42" : null, step.OutputJson.IsAbsent ? null : step.OutputJson.ToString());
        if (mode is Mode.Throw or Mode.ThrowLater)
        {
            Assert.Equal("Out of waves.", step.Error);
            Assert.Equal("System.IO.InvalidDataException", step.ErrorType);
            Assert.Contains("Work.", step.ErrorFrames[0], StringComparison.Ordinal);
        }
    }
}
