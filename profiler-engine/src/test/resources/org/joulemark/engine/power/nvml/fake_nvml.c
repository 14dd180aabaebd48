/*
 * A libnvidia-ml for tests. It answers from a text file of "key value" lines, read again at every call, so that a test
 * changes the machine by writing the file. A missing key means NOT_SUPPORTED. Return codes stand under "<key>.code".
 * With -DOLD_DRIVER it exports what drivers did before 535: no field values and the old name of the clock reasons.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SUCCESS = 0, NOT_SUPPORTED = 3, INSUFFICIENT_SIZE = 7, GPU_IS_LOST = 15 };

struct device { int index; };
typedef struct device *nvmlDevice_t;

typedef struct {
    unsigned int fieldId;
    unsigned int scopeId;
    long long timestamp;
    long long latencyUsec;
    int valueType;
    int nvmlReturn;
    union {
        double dVal;
        unsigned int uiVal;
        unsigned long ulVal;
        unsigned long long ullVal;
        signed long long sllVal;
        int siVal;
        unsigned short usVal;
    } value;
} nvmlFieldValue_t;

_Static_assert(sizeof(nvmlFieldValue_t) == 40, "nvmlFieldValue_t has 40 bytes");
_Static_assert(offsetof(nvmlFieldValue_t, valueType) == 24, "valueType lies at 24");
_Static_assert(offsetof(nvmlFieldValue_t, nvmlReturn) == 28, "nvmlReturn lies at 28");
_Static_assert(offsetof(nvmlFieldValue_t, value) == 32, "the value lies at 32");

static char script[4096];
static int sessions;
static struct device devices[16];

void fake_script(const char *path) { snprintf(script, sizeof script, "%s", path); }

int fake_sessions(void) { return sessions; }

int fake_field_value_bytes(void) { return (int) sizeof(nvmlFieldValue_t); }

static int look_up(const char *key, char *value, int length) {
    FILE *file = fopen(script, "r");
    char line[512];
    int found = 0;
    size_t key_length = strlen(key);
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, key, key_length) == 0 && line[key_length] == ' ') {
            line[strcspn(line, "\n")] = 0;
            snprintf(value, length, "%s", line + key_length + 1);
            found = 1;
        }
    }
    if (file) {
        fclose(file);
    }
    return found;
}

static long long number(const char *key, long long otherwise) {
    char text[512];
    return look_up(key, text, sizeof text) ? atoll(text) : otherwise;
}

static const char *key_of(nvmlDevice_t device, const char *what, char *key) {
    sprintf(key, "gpu%d.%s", device->index, what);
    return key;
}

static int code_of(nvmlDevice_t device, const char *what) {
    char key[128], with_code[160], text[512];
    if (number(key_of(device, "lost", key), 0)) {
        return GPU_IS_LOST;
    }
    sprintf(with_code, "%s.code", key_of(device, what, key));
    return (int) number(with_code, look_up(key, text, sizeof text) ? SUCCESS : NOT_SUPPORTED);
}

static int as_text(nvmlDevice_t device, const char *what, char *text, unsigned int length) {
    char key[128];
    int code = code_of(device, what);
    if (code == SUCCESS) {
        look_up(key_of(device, what, key), text, (int) length);
    }
    return code;
}

static int as_int(nvmlDevice_t device, const char *what, unsigned int *value) {
    char key[128];
    int code = code_of(device, what);
    *value = code == SUCCESS ? (unsigned int) number(key_of(device, what, key), 0) : 0xdeadbeef;
    return code;
}

static int as_long(nvmlDevice_t device, const char *what, unsigned long long *value) {
    char key[128];
    int code = code_of(device, what);
    *value = code == SUCCESS ? (unsigned long long) number(key_of(device, what, key), 0) : 0xdeadbeef;
    return code;
}

int nvmlInit_v2(void) {
    int code = (int) number("init.code", 0);
    sessions += code == SUCCESS;
    return code;
}

int nvmlShutdown(void) {
    sessions--;
    return SUCCESS;
}

int nvmlSystemGetDriverVersion(char *version, unsigned int length) {
    return look_up("driver", version, (int) length) ? SUCCESS : NOT_SUPPORTED;
}

int nvmlDeviceGetCount_v2(unsigned int *count) {
    *count = (unsigned int) number("gpus", 0);
    return (int) number("gpus.code", 0);
}

int nvmlDeviceGetHandleByIndex_v2(unsigned int index, nvmlDevice_t *device) {
    char key[128];
    devices[index].index = (int) index;
    sprintf(key, "gpu%u.handle.code", index);
    int code = (int) number(key, SUCCESS);
    *device = code == SUCCESS ? &devices[index] : NULL;
    return code;
}

int nvmlDeviceGetUUID(nvmlDevice_t d, char *text, unsigned int length) { return as_text(d, "uuid", text, length); }

int nvmlDeviceGetName(nvmlDevice_t d, char *text, unsigned int length) { return as_text(d, "name", text, length); }

int nvmlDeviceGetMigMode(nvmlDevice_t d, unsigned int *current, unsigned int *pending) {
    *pending = 0;
    return as_int(d, "mig", current);
}

int nvmlDeviceGetTotalEnergyConsumption(nvmlDevice_t d, unsigned long long *mj) { return as_long(d, "energy", mj); }

int nvmlDeviceGetPowerUsage(nvmlDevice_t d, unsigned int *mw) { return as_int(d, "power", mw); }

int nvmlDeviceGetTemperature(nvmlDevice_t d, int sensor, unsigned int *celsius) {
    return sensor == 0 ? as_int(d, "temperature", celsius) : 2;
}

int nvmlDeviceGetClockInfo(nvmlDevice_t d, int clock, unsigned int *mhz) {
    char what[32];
    sprintf(what, "clock%d", clock);
    return as_int(d, what, mhz);
}

int nvmlDeviceGetComputeRunningProcesses_v3(nvmlDevice_t d, unsigned int *count, void *processes) {
    unsigned int room = *count;
    int code = as_int(d, "processes", count);
    return code == SUCCESS && *count > room && processes == NULL ? INSUFFICIENT_SIZE : code;
}

#ifdef OLD_DRIVER
int nvmlDeviceGetCurrentClocksThrottleReasons(nvmlDevice_t d, unsigned long long *bits) {
    return as_long(d, "reasons", bits);
}
#else
int nvmlDeviceGetCurrentClocksEventReasons(nvmlDevice_t d, unsigned long long *bits) {
    return as_long(d, "reasons", bits);
}

/* A failed field keeps a value that would be believed if its code were not looked at. */
int nvmlDeviceGetFieldValues(nvmlDevice_t d, int count, nvmlFieldValue_t *values) {
    char what[64], key[128];
    for (int i = 0; i < count; i++) {
        sprintf(what, "field.%u.%u", values[i].fieldId, values[i].scopeId);
        values[i].nvmlReturn = code_of(d, what);
        long long value = number(key_of(d, what, key), 12345);
        sprintf(what, "field.%u.%u.type", values[i].fieldId, values[i].scopeId);
        values[i].valueType = (int) number(key_of(d, what, key), 3);
        values[i].value.ullVal = 0xffffffffffffffffULL;
        switch (values[i].valueType) {
            case 0: values[i].value.dVal = (double) value; break;
            case 1: values[i].value.uiVal = (unsigned int) value; break;
            case 2: values[i].value.ulVal = (unsigned long) value; break;
            case 5: values[i].value.siVal = (int) value; break;
            case 6: values[i].value.usVal = (unsigned short) value; break;
            default: values[i].value.sllVal = value;
        }
    }
    return (int) number(key_of(d, "fields.code", key), SUCCESS);
}
#endif
