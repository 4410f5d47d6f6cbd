using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Emission.StepLogClass;
using AgentStepLog.Generators.Emission.Tables;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>Collects the objects and enums that generated code reads, each once.</summary>
internal sealed class ReadDemand
{
    private readonly SortedDictionary<string, ObjectModel> _objects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, EnumModel> _enums = new(StringComparer.Ordinal);

    public IEnumerable<ObjectModel> Objects => _objects.Values;

    public IEnumerable<EnumModel> Enums => _enums.Values;

    public IEnumerable<string> ExperimentalIds =>
        Objects.SelectMany(static o => o.ExperimentalIds).Concat(Enums.SelectMany(static e => e.ExperimentalIds));

    public bool IsEmpty => _objects.Count == 0 && _enums.Count == 0;

    /// <summary>The object with this key.</summary>
    public ObjectModel Find(string key) => _objects[key];

    /// <summary>The types that tool tables read from models, and those that the typed steps of a log read.</summary>
    public static ReadDemand Of(IEnumerable<TypeModel> types, IReadOnlyCollection<LogModel> logs)
    {
        var demand = new ReadDemand();
        foreach (var type in types.Concat(logs.SelectMany(static l => l.Referenced)))
        {
            foreach (var method in ToolTables.Own(type))
            {
                demand.Add(method.Parameters.Where(static p => p.IsToolInput).Select(static p => p.Value), method.Shapes);
            }

            foreach (var method in logs.Any(l => TypedStepNames.IsOf(l, type)) ? type.Methods : default)
            {
                demand.Add(TypedStepNames.Inputs(method).Select(static p => p.Value).Where(static v => !v.IsMessages), method.Shapes);
                if (TypedStepNames.Result(method) is { IsMessages: false } result)
                {
                    demand.Add(result, method.Shapes);
                }
            }
        }

        return demand;
    }

    private void Add(IEnumerable<ValueModel> values, ShapeSet shapes)
    {
        foreach (var value in values)
        {
            Add(value, shapes);
        }
    }

    private void Add(ValueModel value, ShapeSet shapes)
    {
        switch (value.Kind)
        {
            case ValueKind.Enum:
                _enums[value.Shape!] = shapes.Enums.First(e => e.Key == value.Shape);
                break;
            case ValueKind.Object when !_objects.ContainsKey(value.Shape!):
                AddObject(shapes.Objects.First(o => o.Key == value.Shape), shapes);
                break;
            default:
                break;
        }

        if (value.DictionaryKey is { Kind: ValueKind.Enum } key)
        {
            Add(key, shapes);
        }

        if (value.Element is { } element)
        {
            Add(element, shapes);
        }
    }

    private void AddObject(ObjectModel model, ShapeSet shapes)
    {
        _objects[model.Key] = model;
        foreach (var derived in model.Derived.Where(d => d.Json is not null && !_objects.ContainsKey(d.Key)))
        {
            AddObject(shapes.Objects.First(o => o.Key == derived.Key), shapes);
        }

        foreach (var member in Readability.Members(model))
        {
            Add(member.Value, shapes);
        }
    }
}
