using System.ComponentModel.DataAnnotations;

namespace AgentStepLog.IntegrationTests.Flags;

/// <summary>Gives back what it gets, so that every argument is a result too.</summary>
public sealed class FlagTools
{
    [AgentTool]
    public Access OfAccess(Access value = Access.Read | Access.Delete) => value;

    [AgentTool]
    public Overlap OfOverlap(Overlap value) => value;

    [AgentTool]
    public Signed OfSigned(Signed value) => value;

    [AgentTool]
    public Short OfShort(Short value) => value;

    [AgentTool]
    public Wide OfWide(Wide value) => value;

    [AgentTool]
    public Long OfLong(Long value) => value;

    [AgentTool]
    public Word OfWord(Word value) => value;

    [AgentTool]
    public Named OfNamed(Named value) => value;

    [AgentTool]
    public Plain OfPlain(Plain value) => value;

    [AgentTool]
    public Access? OfNullable(Access? value) => value;

    [AgentTool]
    public List<Access> OfItems(List<Access> value) => value;

    [AgentTool]
    public Grant OfMember(Grant value) => value;

    [AgentTool]
    public Dictionary<Access, Access> OfEntries(Dictionary<Access, Access> value) => value;

    [AgentTool]
    public Dictionary<Plain, int> OfPlainKeys(Dictionary<Plain, int> value) => value;

    [AgentTool]
    public IEnumerable<Access> Lazily(Access value)
    {
        yield return value;
    }

    [AgentTool]
    public object Untyped(object value) => value;

    [AgentTool]
    public Access Chosen([AllowedValues(Access.Read, Access.Read | Access.Delete)] Access value) => value;

    [AgentTool]
    public Access Refused([DeniedValues(Access.Read | Access.Write, (Access)9)] Access value) => value;

    [AgentTool]
    public Access OddDefault(Access value = (Access)9) => value;
}

[StepLog(typeof(FlagTools))]
public sealed partial class FlagLog;
