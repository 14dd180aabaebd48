/* A stand-in for libnvidia-ml, compiled by the test. What it answers is set through fake_set. */
#include <stdint.h>
#include <string.h>

typedef struct {
    unsigned int fieldId;
    unsigned int scopeId;
    long long timestamp;
    long long latencyUsec;
    int valueType;
    int nvmlReturn;
    union { double d; unsigned int ui; unsigned long ul; unsigned long long ull; long long sll; } value;
} field_value;

_Static_assert(sizeof(field_value) == 40, "nvmlFieldValue_t is 40 bytes");

static int init_code = 0, field83 = 0, field186 = 0, field185 = 0, total = 0, usage = 0, mig = 0, gpus = 2, stuck = 0;
static unsigned long long counter = 1000;

void fake_set(const char *what, int value) {
    if (!strcmp(what, "init")) init_code = value;
    if (!strcmp(what, "field83")) field83 = value;
    if (!strcmp(what, "field186")) field186 = value;
    if (!strcmp(what, "field185")) field185 = value;
    if (!strcmp(what, "total")) total = value;
    if (!strcmp(what, "usage")) usage = value;
    if (!strcmp(what, "mig")) mig = value;
    if (!strcmp(what, "gpus")) gpus = value;
    if (!strcmp(what, "stuck")) stuck = value;
}

static unsigned long long tick(void) { return stuck ? counter : (counter += 25); }

int nvmlInit_v2(void) { return init_code; }
int nvmlShutdown(void) { return 0; }
int nvmlSystemGetDriverVersion(char *version, unsigned int length) { strncpy(version, "580.1", length); return 0; }
int nvmlDeviceGetCount_v2(unsigned int *count) { *count = gpus; return 0; }
int nvmlDeviceGetHandleByIndex_v2(unsigned int index, void **device) { *device = (void *)(uintptr_t)(index + 1); return 0; }
int nvmlDeviceGetName(void *device, char *name, unsigned int length) { strncpy(name, "Fake H200", length); return 0; }
int nvmlDeviceGetUUID(void *device, char *uuid, unsigned int length) {
    strncpy(uuid, (uintptr_t)device == 1 ? "GPU-aaaa" : "GPU-bbbb", length);
    return 0;
}
int nvmlDeviceGetTotalEnergyConsumption(void *device, unsigned long long *mj) { *mj = tick(); return total; }
int nvmlDeviceGetPowerUsage(void *device, unsigned int *mw) { *mw = 71000; return usage; }
int nvmlDeviceGetTemperature(void *device, int sensor, unsigned int *celsius) { *celsius = 41; return 0; }
int nvmlDeviceGetClockInfo(void *device, int clock, unsigned int *mhz) { *mhz = 1980; return 0; }
/* Only the older name: an old driver. */
int nvmlDeviceGetCurrentClocksThrottleReasons(void *device, unsigned long long *reasons) { *reasons = 0x4 | 0x20; return 0; }
int nvmlDeviceGetMigMode(void *device, unsigned int *current, unsigned int *pending) { *current = mig; *pending = mig; return 0; }

int nvmlDeviceGetFieldValues(void *device, int count, field_value *values) {
    for (int i = 0; i < count; i++) {
        field_value *v = &values[i];
        v->timestamp = -1;
        switch (v->fieldId) {
        case 83: v->valueType = 3; v->value.ull = tick(); v->nvmlReturn = field83; break;
        case 186: v->valueType = 1; v->value.ui = 70500; v->nvmlReturn = field186; break;
        case 185: v->valueType = 1; v->value.ui = 70900; v->nvmlReturn = field185; break;
        default: v->nvmlReturn = 3;
        }
    }
    return 0;
}
